import { randomUUID } from "node:crypto";
import { CommandError } from "./context.ts";

/** A service that runs elsewhere, as its API answers. */
export interface Remote {
  /** Undefined where there is nothing. Throws CommandError. */
  get(path: string): Promise<unknown>;
  /** What was decided; where it could not be, why, in sentences. Throws CommandError where the token may not, or nobody answers. */
  post(path: string, body: object): Promise<{ readonly done: boolean; readonly lines: readonly string[] }>;
}

/** The service at that address. Throws CommandError. */
export function remoteOf(url: string, token: string | undefined): Remote {
  if (!token)
    throw new CommandError(
      "CARILLON_URL names a service, and CARILLON_TOKEN no token for it: set both, or neither.",
    );
  if (!URL.canParse(url)) throw new CommandError(`CARILLON_URL is no address: ${url}`);
  insistOnSafe(new URL(url));
  return remoteAt(url.replace(/\/+$/, ""), token);
}

/** Whoever is on the way could take the token. */
function insistOnSafe({ protocol, hostname, host }: URL): void {
  const isNear = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol === "https:" || (protocol === "http:" && isNear)) return;
  throw new CommandError(`The token would go to ${host} in the clear: give CARILLON_URL with https://.`);
}

function remoteAt(url: string, token: string): Remote {
  const ask = async (path: string, init: RequestInit): Promise<{ status: number; body: unknown }> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...init.headers };
    const answer = await send(`${url}/api${path}`, { ...init, headers, redirect: "error" });
    if ([401, 403, 429].includes(answer.status) || answer.status >= 500) throw refusedBy(url, answer);
    return answer;
  };
  return {
    get: async (path) => {
      const { status, body } = await ask(path, {});
      if (status === 404) return undefined;
      if (status >= 400) throw refusedBy(url, { status, body });
      return body;
    },
    post: async (path, body) => {
      // The same key again: what was done although its answer was lost is not done twice.
      const headers = { "idempotency-key": randomUUID() };
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      const answer = await ask(path, init).catch((error: unknown) => {
        if (error instanceof Unreachable) return ask(path, init);
        throw error;
      });
      if (answer.status >= 400) return { done: false, lines: [wordsOf(answer.body)] };
      return answer.body as { done: boolean; lines: readonly string[] };
    },
  };
}

/** Nobody answered; the message says so to the person at the terminal. */
class Unreachable extends CommandError {}

async function send(address: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  try {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(120_000) });
    const text = await answer.text();
    return { status: answer.status, body: parse(text) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Unreachable(
      `${new URL(address).origin} cannot be reached (${why}): does the service run there?`,
    );
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const refusedBy = (url: string, { status, body }: { status: number; body: unknown }): CommandError =>
  new CommandError(wordsOf(body) || `${url} answers ${status}: is it a Carillon?`);

/** “It was changed since you looked at it. Look again, …” */
function wordsOf(body: unknown): string {
  const { detail = "", mend = "" } = (body ?? {}) as { detail?: string; mend?: string };
  return `${detail} ${mend}`.trim();
}
