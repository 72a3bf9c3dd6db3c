import type { App } from "../app.ts";
import { finish } from "../app/connecting.ts";
import type { Client } from "../connect/office.ts";
import { isPublic, loopbackOf, redirectOf } from "../connect/redirect.ts";
import type { SignInOutcome } from "../ledger/sign-ins.ts";
import { CommandError } from "./context.ts";
import { complain } from "./output.ts";

/** Where the browser's answer is awaited. */
export interface Door {
  readonly redirect: string;
  /** More about it, for the person; may be empty. */
  readonly note: string;
  close(): Promise<void>;
}

interface Options {
  readonly port?: string;
  readonly local?: boolean;
}

/**
 * Listens on this machine only, at the site's own port; where Carillon runs there, or browsers reach the site from
 * elsewhere, the running service takes the answer.
 */
export async function openDoor(
  app: App,
  client: Client,
  options: Options,
  heard: (outcome: SignInOutcome) => void,
): Promise<Door> {
  const { site } = app.config;
  const port = readPort(options.port ?? String(site.port));
  const { connect } = client.channel;
  if (isPublic(site) && !options.local && options.port === undefined) {
    const note = ` The Carillon that runs at ${site.url} takes the answer.`;
    return { redirect: redirectOf(site, connect, port), note, close: async () => undefined };
  }
  const listened = await listen(app, port, heard);
  if (!("problem" in listened))
    return { redirect: loopbackOf(connect, listened.port), note: "", close: listened.close };
  if (await isCarillon(port))
    return {
      redirect: loopbackOf(connect, port),
      note: " The Carillon that runs here takes the answer.",
      close: async () => undefined,
    };
  if (connect?.app !== null) throw new CommandError(listened.problem);
  // The app is registered only now, so any port will do.
  return openDoor(app, client, { local: true, port: "0" }, heard);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new CommandError(`${text} is no port: give a number up to 65535, or 0 for any.`);
}

async function listen(app: App, port: number, heard: (outcome: SignInOutcome) => void) {
  const [{ createCallback }, { serve }] = await Promise.all([
    import("../web/connect.ts"),
    import("../web/serve.ts"),
  ]);
  const take = async (query: URLSearchParams): Promise<SignInOutcome> => {
    const outcome = await finish(app, query);
    if (outcome.stray) for (const line of outcome.lines) complain(line);
    else heard(outcome);
    return outcome;
  };
  return serve(createCallback(app.config.site, take), { port, host: "127.0.0.1" });
}

async function isCarillon(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return "ready" in ((await answer.json()) as object);
  } catch {
    return false;
  }
}
