import { hash } from "node:crypto";
import { worded } from "../model/worded.ts";
import { unpack } from "./body.ts";
import { ask, type Exchange, type FetchOptions, header, type Validators } from "./exchange.ts";
import { explainError, explainStatus } from "./fetch-failure.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { Reply } from "./wire.ts";

export type Fetched = Unchanged | FetchedDocument | FetchFailed;

interface Unchanged {
  readonly kind: "unchanged";
  readonly validators: Validators;
  /** The server asks not to be asked again before. */
  readonly retryAt: Date | null;
}

interface FetchedDocument {
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

/** Fetches a document, or learns that it has not changed. Never throws; ends in time whatever the server does. */
export async function fetchDocument(url: string, options: FetchOptions): Promise<Fetched> {
  const limits = { maxBytes: options.maxBytes ?? 20_000_000, timeLimit: options.timeLimit ?? 30_000 };
  try {
    return await follow(url, { ...options, ...limits, until: performance.now() + limits.timeLimit });
  } catch (error) {
    const reason = explainError(error, { ...limits, url });
    return { kind: "failed", reason, retryAt: null, gone: false };
  }
}

const maxRedirects = 5;

async function follow(start: string, exchange: Exchange): Promise<Fetched> {
  let url = new URL(start);
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const answer = await ask(url, exchange);
    const next = redirectOf(answer, url);
    if (next === null) return await read(answer, url, exchange);
    url = next;
  }
  const reason = worded`${url.host} sends on from one address to the next without end: check the address in a browser.`;
  return { kind: "failed", reason, retryAt: null, gone: false };
}

const redirects = new Set([301, 302, 303, 307, 308]);

function redirectOf(answer: Reply, url: URL): URL | null {
  const location = redirects.has(answer.status) ? header(answer, "location") : null;
  return location === null ? null : new URL(location, url);
}

async function read(answer: Reply, url: URL, exchange: Exchange): Promise<Fetched> {
  const retryAt = readRetryAfter(header(answer, "retry-after"), exchange.now);
  const before = exchange.validators;
  const told = { etag: header(answer, "etag"), lastModified: header(answer, "last-modified") };
  if (answer.status === 304 && before !== null)
    return { kind: "unchanged", validators: renew(before, told), retryAt };
  if (answer.status !== 200) return { kind: "failed", ...explainStatus(answer.status, url), retryAt };
  const bytes = await unpack(answer.bytes, header(answer, "content-encoding"), exchange.maxBytes);
  const validators = { ...told, bodyHash: hash("sha256", bytes, "hex") };
  if (validators.bodyHash === before?.bodyHash) return { kind: "unchanged", validators, retryAt };
  const contentType = header(answer, "content-type");
  return { kind: "document", bytes, contentType, url: withoutCredentials(url), validators, retryAt };
}

/** An answer "not modified" may leave out what was said before. */
function renew(before: Validators, told: Pick<Validators, "etag" | "lastModified">): Validators {
  return {
    etag: told.etag ?? before.etag,
    lastModified: told.lastModified ?? before.lastModified,
    bodyHash: before.bodyHash,
  };
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare.href;
}
