import type { FoundPage } from "../model/page.ts";
import { decode } from "./decode.ts";
import { explainError } from "./fetch-failure.ts";

/** Bytes; a card is in a page's head, so what comes later is not missed. */
const enough = 1_000_000;
/** Milliseconds. */
const patience = 10_000;

interface Page {
  readonly html: string;
  /** After redirects. */
  readonly url: string;
}

/** The beginning of a page; null where there is none, or something other than HTML. */
export async function fetchPage(url: string, fetch: typeof globalThis.fetch): Promise<Page | null> {
  const { at, status, html } = await findPage(url, fetch);
  return html === null || status === null || status >= 300 ? null : { html, url: at };
}

/** What is at an address that should be a page. Never throws. */
export async function findPage(url: string, fetch: typeof globalThis.fetch): Promise<FoundPage> {
  try {
    const headers = { accept: "text/html,application/xhtml+xml" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(patience) });
    const type = response.headers.get("content-type");
    const found = { url, at: response.url || url, status: response.status, trouble: null };
    if (response.ok && response.body !== null && isPage(type))
      return { ...found, html: decode(await readStart(response.body, enough), type) };
    await response.body?.cancel();
    return { ...found, html: null };
  } catch (error) {
    return { url, at: url, status: null, trouble: explainTrouble(error, url), html: null };
  }
}

/** Why nothing was had from an address, in one sentence. */
export function explainTrouble(error: unknown, url: string): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return explainError(cause, { url, maxBytes: enough, timeLimit: patience });
}

function isPage(type: string | null): boolean {
  return type === null || /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
}

async function readStart(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
