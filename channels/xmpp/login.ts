import { type Client, client, jid } from "@xmpp/client";
import { worded } from "../../src/model/worded.ts";
import { type Connection, createConnection, end } from "./connection.ts";
import { identify } from "./identity.ts";
import { declineStreamManagement } from "./management.ts";
import { explain } from "./refusal.ts";

export interface Login {
  /** Bare. */
  readonly address: string;
  readonly password: string;
  /** Absent: found by the domain of the address. */
  readonly server: string | undefined;
  /** Milliseconds that an answer may take. */
  readonly patience: number;
  /** Milliseconds for signing in, where it is not the usual. */
  readonly limit?: number;
}

/** For a dozen answers, and a password that is hashed some ten thousand times. */
const usualLimit = 30_000;

/** Signs in. Throws ChannelError: nothing was sent. */
export async function logIn(login: Login): Promise<Connection> {
  const entity = createClient(login);
  try {
    await reachOnline(entity, login);
  } catch (error) {
    await end(entity);
    // A search for the server that still goes on may yet find one.
    entity.once("connect", () => void end(entity));
    throw explain(error, login);
  }
  const socket = entity.socket?.socket ?? entity.socket;
  // The library decodes each chunk alone and would break a letter that lies across two.
  socket?.setEncoding?.("utf8");
  return createConnection(entity, login.patience);
}

function createClient(login: Login): Client {
  const { local, domain } = jid(login.address);
  const entity = client({
    service: login.server ?? domain,
    domain,
    username: local,
    timeout: login.limit ?? usualLimit,
    credentials: (authenticate, mechanisms) => identify(entity, authenticate, mechanisms, login),
  });
  // A connection that comes back by itself, somewhere in the middle of a post, cannot be reasoned about.
  entity.reconnect.stop();
  // One for every answer that is waited for.
  entity.setMaxListeners(0);
  entity.prependListener("element", declineStreamManagement);
  return entity;
}

/** The library's own start leaves a rejection that nobody catches when opening fails, and has no time limit. */
function reachOnline(entity: Client, { address, server, limit = usualLimit }: Login): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { domain } = jid(address);
  const timer = setTimeout(() => reject(new Error(worded`it did not answer in time`)), limit);
  // Stays for the client's whole life: an `error` that nobody hears would end the process.
  entity.on("error", reject);
  entity.once("online", () => resolve());
  entity.once("disconnect", () => reject(new Error(worded`it closed the connection`)));
  connect(entity, server ?? domain, domain).catch(reject);
  return promise.finally(() => clearTimeout(timer));
}

async function connect(entity: Client, service: string, domain: string): Promise<void> {
  await entity.connect(service);
  await entity.open({ domain });
}
