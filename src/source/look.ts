import type { Found, FoundImage, FoundPage } from "../model/page.ts";
import { readCard } from "./card.ts";
import { explainTrouble, findPage } from "./card-fetch.ts";
import { formatOf, sizeOf } from "../model/image-format.ts";

type Fetch = typeof globalThis.fetch;

/** A page, and where it sends its readers on to by itself, that one. Never throws. */
export async function lookAtPage(url: string, fetch: Fetch): Promise<FoundPage> {
  const page = await findPage(url, fetch);
  const next = page.html === null ? null : readCard(page.html, page.at).redirect;
  return next === null ? page : { ...(await findPage(next, fetch)), url };
}

/** Whether anything answers. Never throws. */
export async function lookAtLink(url: string, fetch: Fetch): Promise<Found> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    await response.body?.cancel();
    return { url, at: response.url || url, status: response.status, trouble: null };
  } catch (error) {
    return { url, at: url, status: null, trouble: explainTrouble(error, url) };
  }
}

/** Milliseconds. */
const patience = 15_000;
/** Bytes of an image: more than any network takes; and of its beginning, which tells its size. */
const most = 20_000_000;
const start = 500_000;

/** An image, all of which is loaded: a server may break off in the middle. Never throws. */
export async function lookAtImage(url: string, fetch: Fetch): Promise<FoundImage> {
  const nothing = { type: null, format: null, size: null, bytes: 0 };
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    const found = { url, at: response.url || url, status: response.status, trouble: null };
    const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? null;
    if (response.ok && response.body !== null) return { ...found, type, ...(await read(response.body)) };
    await response.body?.cancel();
    return { ...found, ...nothing, type };
  } catch (error) {
    return { url, at: url, status: null, trouble: explainTrouble(error, url), ...nothing };
  }
}

async function read(
  body: ReadableStream<Uint8Array>,
): Promise<Pick<FoundImage, "format" | "size" | "bytes">> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    if (bytes < start) chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > most) break;
  }
  const begin = Buffer.concat(chunks);
  const format = formatOf(begin);
  return { format, size: format && sizeOf(begin, format), bytes };
}
