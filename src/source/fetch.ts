import { hash } from "node:crypto";
import { EventEmitter } from "node:events";
import { type Dispatcher, request } from "undici";
import { readBody } from "./body.ts";
import { explainError, explainStatus } from "./fetch-failure.ts";
import { readRetryAfter } from "./retry-after.ts";

/** What a document looked like when it was last read, for asking whether it changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the decompressed body, hexadecimal. */
  readonly bodyHash: string | null;
}

export type Fetched = Unchanged | FetchedDocument | FetchFailed;

interface Unchanged {
  readonly kind: "unchanged";
  readonly validators: Validators;
  /** The server asks not to be asked again before. */
  readonly retryAt: Date | null;
}

export interface FetchedDocument {
  readonly kind: "document";
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** After redirects. */
  readonly url: string;
  readonly validators: Validators;
  readonly retryAt: Date | null;
}

interface FetchFailed {
  readonly kind: "failed";
  /** One sentence with its mend, free of secrets. */
  readonly reason: string;
  readonly retryAt: Date | null;
  /** The server says that it will not come back. */
  readonly gone: boolean;
}

export interface FetchOptions {
  readonly validators: Validators | null;
  /** See `guardedDispatcher`. */
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly now: Date;
  /** Bytes, compressed or not; 20,000,000 by default. */
  readonly maxBytes?: number;
  /** Milliseconds for everything, redirects included; 30,000 by default. */
  readonly timeLimit?: number;
  /** What kinds of document are wanted; feeds by default. */
  readonly accept?: string;
}

/** Fetches a document, or learns that it has not changed. Never throws; ends in time whatever the server does. */
export async function fetchDocument(url: string, options: FetchOptions): Promise<Fetched> {
  const limits = { maxBytes: options.maxBytes ?? 20_000_000, timeLimit: options.timeLimit ?? 30_000 };
  const deadline: Deadline = { end: new EventEmitter(), passed: false };
  const timer = setTimeout(pass, limits.timeLimit, deadline);
  try {
    return await follow(url, { ...options, ...limits, deadline });
  } catch (error) {
    const reason = explainError(error, { ...limits, url, timedOut: deadline.passed });
    return { kind: "failed", reason, retryAt: null, gone: false };
  } finally {
    clearTimeout(timer);
  }
}

interface Exchange extends FetchOptions {
  readonly maxBytes: number;
  readonly deadline: Deadline;
}

/** What an AbortController is for, at a tenth of its cost: one is made for every poll. */
interface Deadline {
  readonly end: EventEmitter;
  passed: boolean;
}

function pass(deadline: Deadline): void {
  deadline.passed = true;
  deadline.end.emit("abort");
}

/** Thrown where an address, or what it sends on to, is none of http and https. */
class NotWebError extends Error {
  override readonly name = "NotWebError";
  readonly code = "ERR_INVALID_URL";
}

type Answer = Dispatcher.ResponseData;

const maxRedirects = 5;

async function follow(start: string, exchange: Exchange): Promise<Fetched> {
  let url = new URL(start);
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const answer = await ask(url, exchange);
    const next = redirectOf(answer, url);
    if (next === null) return await read(answer, url, exchange);
    await discard(answer);
    url = next;
  }
  const reason = `${url.host} sends on from one address to the next without end: check the address in a browser.`;
  return { kind: "failed", reason, retryAt: null, gone: false };
}

function ask(url: URL, exchange: Exchange): Promise<Answer> {
  if (exchange.deadline.passed) throw new Error("the time was up between two requests");
  if (!/^https?:$/.test(url.protocol)) throw new NotWebError();
  return request(url, {
    dispatcher: exchange.dispatcher,
    signal: exchange.deadline.end,
    headers: {
      accept: exchange.accept ?? feeds,
      "accept-encoding": "gzip, deflate, br, zstd",
      "user-agent": exchange.userAgent,
      ...conditions(exchange.validators),
      ...credentials(url),
    },
  });
}

const feeds =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag && { "if-none-match": validators.etag }),
    ...(validators?.lastModified && { "if-modified-since": validators.lastModified }),
  };
}

function credentials({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

const redirects = new Set([301, 302, 303, 307, 308]);

function redirectOf(answer: Answer, url: URL): URL | null {
  const location = redirects.has(answer.statusCode) ? header(answer, "location") : null;
  return location === null ? null : new URL(location, url);
}

async function read(answer: Answer, url: URL, exchange: Exchange): Promise<Fetched> {
  const retryAt = readRetryAfter(header(answer, "retry-after"), exchange.now);
  const before = exchange.validators;
  const told = { etag: header(answer, "etag"), lastModified: header(answer, "last-modified") };
  if (answer.statusCode === 304 && before !== null) {
    await discard(answer);
    return { kind: "unchanged", validators: { ...before, ...known(told) }, retryAt };
  }
  if (answer.statusCode !== 200) {
    await discard(answer);
    return { kind: "failed", ...explainStatus(answer.statusCode, url), retryAt };
  }
  const bytes = await readBody(answer.body, header(answer, "content-encoding"), exchange.maxBytes);
  const validators = { ...told, bodyHash: hash("sha256", bytes, "hex") };
  if (validators.bodyHash === before?.bodyHash) return { kind: "unchanged", validators, retryAt };
  const contentType = header(answer, "content-type");
  return { kind: "document", bytes, contentType, url: withoutCredentials(url), validators, retryAt };
}

/** An answer "not modified" may leave out what it said before. */
function known(told: Pick<Validators, "etag" | "lastModified">): Partial<Validators> {
  return {
    ...(told.etag !== null && { etag: told.etag }),
    ...(told.lastModified !== null && { lastModified: told.lastModified }),
  };
}

/** Reads a body that nobody wants, so that the connection can be used again; a long one costs the connection. */
async function discard(answer: Answer): Promise<void> {
  await answer.body.dump({ limit: 65_536 });
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare.href;
}

function header(answer: Answer, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
