import { EventEmitter } from "node:events";
import type { Dispatcher } from "undici";
import request from "undici/lib/api/api-request.js";

/** What a document looked like when it was last read, for asking whether it changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the decompressed body, hexadecimal. */
  readonly bodyHash: string | null;
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

/** One document's fetching, redirects included. */
export interface Exchange extends FetchOptions {
  readonly maxBytes: number;
  readonly deadline: Deadline;
}

/** What an AbortController is for, at a third of its cost: one is made for every poll. */
interface Deadline {
  readonly end: EventEmitter;
  passed: boolean;
}

export function startDeadline(): Deadline {
  return { end: new EventEmitter(), passed: false };
}

export function pass(deadline: Deadline): void {
  deadline.passed = true;
  deadline.end.emit("abort");
}

/** Thrown where an address, or what it sends on to, is none of http and https. */
class NotWebError extends Error {
  override readonly name = "NotWebError";
  readonly code = "ERR_INVALID_URL";
}

export type Answer = Dispatcher.ResponseData;

/** Throws where the address is none of the web's. */
export function ask(url: URL, exchange: Exchange): Promise<Answer> {
  if (exchange.deadline.passed) throw new Error("the time was up between two requests");
  if (!/^https?:$/.test(url.protocol)) throw new NotWebError();
  return request.call(exchange.dispatcher, {
    origin: url.origin,
    path: url.pathname + url.search,
    method: "GET",
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

/** The first of that name; names in lower case. */
export function header(answer: Answer, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
