import type { Io } from "../../src/channel/channel.ts";
import { type Answer, AnswerError, type Ask, ask } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { GraphError, type Problem } from "./failure.ts";
import { readRegain } from "./usage.ts";

/** One request to the Graph API. */
export interface Call {
  readonly method: "GET" | "POST" | "DELETE";
  /** Without the version: `me`, `1234/feed`. */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly file?: File;
  readonly visible: boolean;
}

/** Sends a request and gives the answer's object, of which any field may be missing. Throws AnswerError and GraphError. */
export type Send = <T extends object>(call: Call) => Promise<Partial<T>>;

/** The token goes into a header, never into an address: those end up in logs. */
export function createSend(root: string, token: string, io: Io): Send {
  const headers = { authorization: `Bearer ${token}` };
  return async (call: Call) => {
    const answer = await ask(io, writeUrl(root, call), { ...writeBody(call), headers });
    // Facebook repeats a malformed token in its answer.
    const text = answer.text.replaceAll(token, "(secret)");
    const data = readAnswer({ ...answer, text }, call, io.now());
    if (data instanceof AnswerError) throw data;
    return data;
  };
}

function writeUrl(root: string, { method, path, params = {} }: Call): string {
  const query = method === "POST" ? "" : new URLSearchParams(params).toString();
  return `${root}/${path}${query === "" ? "" : `?${query}`}`;
}

function writeBody({ method, params = {}, file, visible }: Call): Omit<Ask, "headers"> {
  if (method !== "POST") return { method, visible };
  if (!file) return { method, visible, body: new URLSearchParams(params) };
  const body = new FormData();
  for (const [name, value] of Object.entries(params)) body.set(name, value);
  body.set("source", file);
  return { method, visible, body };
}

/** What an answer's body may hold where something went wrong. */
interface Wrong {
  readonly error?: Problem;
}

/** What the answer says, or what is wrong with it. */
export function readAnswer(
  answer: Answer,
  { visible }: Pick<Call, "visible">,
  now: Date,
): object | AnswerError {
  const { status, headers } = answer;
  const data = parse(answer.text);
  const about = { status, visible, retryAt: readRegain(headers, now) };
  const { error }: Wrong = data ?? {};
  if (typeof error === "object") return new GraphError(error, about);
  if (data !== undefined && status >= 200 && status < 300) return data;
  return new AnswerError(explain(answer), about);
}

function explain({ status, headers }: Answer): string {
  if (status >= 300 && status < 400)
    return worded`Facebook sends on to ${headers.get("location") ?? "nowhere"}: write the address that answers itself as \`server\`.`;
  if (status < 300) return worded`Facebook answered with something that is not JSON.`;
  return worded`Facebook answered ${status} without an explanation.`;
}

/** Undefined for what is no JSON object: the page of a proxy, say. */
function parse(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}
