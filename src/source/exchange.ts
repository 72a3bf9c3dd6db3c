import type { Dispatcher } from "undici";
import { exchange, type Reply } from "./wire.ts";

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
  /** By the clock of `performance`. */
  readonly until: number;
}

/** Thrown where an address, or what it sends on to, is none of http and https. */
class NotWebError extends Error {
  override readonly name = "NotWebError";
  readonly code = "ERR_INVALID_URL";
}

/** Throws where the address is none of the web's. */
export function ask(url: URL, { dispatcher, maxBytes, until, ...options }: Exchange): Promise<Reply> {
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new NotWebError();
  return exchange({
    dispatcher,
    url,
    method: "GET",
    headers: headersOf(url, options),
    limit: Math.ceil(until - performance.now()),
    room: (status) => (status === 200 ? maxBytes : null),
  });
}

function headersOf(url: URL, options: Pick<FetchOptions, "accept" | "userAgent" | "validators">) {
  const headers: Record<string, string> = {
    accept: options.accept ?? feeds,
    "accept-encoding": encodings,
    "user-agent": options.userAgent,
  };
  const { etag, lastModified } = options.validators ?? {};
  if (etag) headers["if-none-match"] = etag;
  if (lastModified) headers["if-modified-since"] = lastModified;
  if (url.username !== "") headers["authorization"] = credentials(url);
  return headers;
}

export const encodings = "gzip, deflate, br, zstd";

const feeds =
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

function credentials({ username, password }: URL): string {
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** The first of that name; names in lower case. */
export function header(answer: Reply, name: string): string | null {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
