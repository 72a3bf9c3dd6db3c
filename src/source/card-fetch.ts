import { decode } from "./decode.ts";

/** Bytes; a card is in a page's head, so what comes later is not missed. */
const enough = 1_000_000;
/** Milliseconds. */
const patience = 10_000;

export interface Page {
  readonly html: string;
  /** After redirects. */
  readonly url: string;
}

/** The beginning of a page; null where there is none, or something other than HTML. */
export async function fetchPage(url: string, fetch: typeof globalThis.fetch): Promise<Page | null> {
  try {
    const headers = { accept: "text/html,application/xhtml+xml" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(patience) });
    const type = response.headers.get("content-type");
    if (response.ok && response.body !== null && isPage(type))
      return { html: decode(await readStart(response.body), type), url: response.url || url };
    await response.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

function isPage(type: string | null): boolean {
  return type === null || /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
}

async function readStart(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= enough) break;
  }
  return Buffer.concat(chunks).subarray(0, enough);
}
