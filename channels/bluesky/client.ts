import { AtpAgent, CredentialSession } from "@atproto/api";
import type { Io } from "../../src/channel/channel.ts";

/** An account, and the library's agent for it. */
export interface Client {
  readonly did: string;
  readonly handle: string;
  /** Where the account's data is kept; ends in a slash. */
  readonly server: string;
  /** What may be repeated: the library renews a session that expired, and where even that is too late, this signs in again. */
  ask<T>(act: (agent: AtpAgent) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface Login {
  readonly server: string;
  readonly identifier: string;
  readonly password: string;
}

/** Servers allow 30 sign-ins in five minutes and 300 a day: one is used as long as it lasts. */
export async function signIn({ server, identifier, password }: Login, io: Io): Promise<Client> {
  const credentials = new CredentialSession(new URL(server), fetchOf(io));
  const agent = new AtpAgent(credentials);
  const { data } = await credentials.login({ identifier, password });
  return {
    did: data.did,
    handle: data.handle,
    server: credentials.dispatchUrl.href,
    async ask(act) {
      try {
        return await act(agent);
      } catch (error) {
        // The library forgets a session that cannot be renewed. What was asked with it was turned down unseen.
        if (credentials.hasSession) throw error;
        await credentials.login({ identifier, password });
        return act(agent);
      }
    },
    close: () => credentials.logout(),
  };
}

/** The library asks with a `Request`, which a `fetch` that is not the global one would not know. */
function fetchOf(io: Io): typeof globalThis.fetch {
  return async (input, init) => {
    if (!(input instanceof Request)) return io.fetch(input, init);
    const { url, method, headers } = input;
    const body = input.body === null ? {} : { body: await input.arrayBuffer() };
    return io.fetch(url, { method, headers: Object.fromEntries(headers), ...body });
  };
}
