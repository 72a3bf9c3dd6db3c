import { worded } from "../model/worded.ts";
import type { Answer, Io, Sending } from "./channel.ts";
import { ChannelError, classifyNetwork, type Failure } from "./failure.ts";

/** One request of a channel that speaks plain HTTP. */
export interface Ask {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | URLSearchParams | Uint8Array<ArrayBuffer>;
  /** Followers see something if it succeeds; so a lost answer must be looked into. */
  readonly visible: boolean;
}

export type { Answer } from "./channel.ts";

/** An answer that was not a success, or not understood. Not for connections that broke. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
  readonly status: number;
  readonly visible: boolean;
  readonly retryAt: Date | undefined;
  /** `message`: one sentence, or what the server said, free of secrets. */
  constructor(message: string, about: { status: number; visible: boolean; retryAt?: Date | undefined }) {
    // Servers explain themselves in several lines at times; ours is one.
    super(message.replaceAll(/[\s\p{Cc}]+/gu, " ").trim());
    this.status = about.status;
    this.visible = about.visible;
    this.retryAt = about.retryAt;
  }
}

/** Sends once and reads the whole answer, whatever its status. Follows no redirect: a POST would become a GET. */
export async function ask(
  io: Pick<Io, "fetch" | "send">,
  url: string | URL,
  { visible, ...init }: Ask,
): Promise<Answer> {
  try {
    const letter = writeLetter(init);
    return await (io.send && letter ? io.send(url, letter) : fetchWhole(io, url, init));
  } catch (error) {
    if (visible || error instanceof ChannelError) throw error;
    throw new ChannelError({ kind: "down", reason: classifyNetwork(error).reason });
  }
}

/** Undefined for a form with files, which only `fetch` can send: whoever names its class loads all of `fetch`, which takes 14 ms. */
function writeLetter({ method, headers, body }: Omit<Ask, "visible">): Sending | undefined {
  if (body instanceof URLSearchParams)
    return { method, headers: { "content-type": urlencoded, ...headers }, body: body.toString() };
  if (body === undefined) return { method, headers };
  return typeof body === "string" || body instanceof Uint8Array ? { method, headers, body } : undefined;
}

const urlencoded = "application/x-www-form-urlencoded;charset=UTF-8";

async function fetchWhole({ fetch }: Pick<Io, "fetch">, url: string | URL, init: Omit<Ask, "visible">) {
  const response = await fetch(url, { ...init, redirect: "manual" });
  return { status: response.status, headers: response.headers, text: await readText(response) };
}

/** Bytes of an answer; no network's comes near. */
const largest = 20_000_000;

/** Bytes are counted where the server does not say how many come. */
async function readText(response: Response): Promise<string> {
  const stated = response.headers.get("content-length");
  if (response.body === null || (stated !== null && Number(stated) <= largest)) return response.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > largest) throw new Error(worded`more than ${largest / 1_000_000} MB came`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** When a server says to come back: `Retry-After` (RFC 9110), else `X-RateLimit-Reset` as a date or in epoch seconds. */
export function readRetryAt(headers: Headers, now: Date): Date | undefined {
  const after = headers.get("retry-after");
  const seconds = Number(after ?? Number.NaN);
  if (Number.isFinite(seconds)) return valid(now.getTime() + seconds * 1000);
  const reset = after ?? headers.get("x-ratelimit-reset");
  if (reset === null) return undefined;
  const time = Number.isFinite(Number(reset)) ? Number(reset) * 1000 : Date.parse(reset);
  return valid(time);
}

/** No date is further away than 275,760 years; some servers say such numbers. */
const valid = (time: number): Date | undefined =>
  Number.isNaN(new Date(time).getTime()) ? undefined : new Date(time);

/** What an answer means on most networks; channels say first what is different on theirs. */
export function classifyAnswer(error: unknown): Failure {
  if (!(error instanceof AnswerError)) return classifyNetwork(error);
  const { status, visible, message: reason, retryAt } = error;
  if (status === 429) return { kind: "busy", reason, ...(retryAt && { retryAt }) };
  if (status === 401 || status === 403) return { kind: "unauthorised", reason };
  if (status >= 300 && status < 400) return { kind: "unauthorised", reason };
  if (status >= 400 && status < 500 && status !== 408) return { kind: "refused", reason };
  return visible ? { kind: "lost", reason } : { kind: "down", reason, ...(retryAt && { retryAt }) };
}
