import type { App } from "../../../src/app.ts";
import { makeToken } from "../../../src/app/team/api-tokens.ts";

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
}

/** A program with a token of these rights. */
export interface Program {
  readonly secret: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
}

export async function makeProgram(
  app: App,
  url: string,
  rights: readonly string[],
  name = `program-${rights.join("-")}`,
): Promise<Program> {
  const made = await makeToken(app, { name, rights, days: 90 }, "test");
  if ("problem" in made) throw new Error(made.problem);
  return programWith(url, made.secret);
}

export function programWith(url: string, secret: string): Program {
  const usual = { authorization: `Bearer ${secret}` };
  return {
    secret,
    get: (path, headers = {}) => ask(`${url}/api${path}`, { headers: { ...usual, ...headers } }),
    post: (path, body, headers = {}) =>
      ask(`${url}/api${path}`, {
        method: "POST",
        headers: { ...usual, "content-type": "application/json", ...headers },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
  };
}

export async function ask(address: string, init: RequestInit = {}): Promise<Answered> {
  const answer = await fetch(address, init);
  const text = await answer.text();
  return { status: answer.status, text, body: parse(text), headers: answer.headers };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
