import { hash } from "node:crypto";
import { readBody } from "./body.ts";
import {
  type Answer,
  ask,
  type Exchange,
  type FetchOptions,
  header,
  pass,
  startDeadline,
  type Validators,
} from "./exchange.ts";
import { explainError, explainStatus } from "./fetch-failure.ts";
import { readRetryAfter } from "./retry-after.ts";

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
  const deadline = startDeadline();
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
    return { kind: "unchanged", validators: renew(before, told), retryAt };
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

/** An answer "not modified" may leave out what was said before. */
function renew(before: Validators, told: Pick<Validators, "etag" | "lastModified">): Validators {
  return {
    etag: told.etag ?? before.etag,
    lastModified: told.lastModified ?? before.lastModified,
    bodyHash: before.bodyHash,
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
