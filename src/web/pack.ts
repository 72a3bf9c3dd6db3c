import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";
import { accepts } from "hono/accepts";

/** Below this many bytes it would save nothing. */
const least = 1024;

const texts = /^(?:text\/|application\/(?:json|[\w.-]+\+(?:xml|json)|xml)|image\/svg\+xml)/u;

/** Halfway between small and quick: pages are made anew for everybody. */
const packers: Readonly<Record<string, (bytes: Uint8Array) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/**
 * Texts in fewer bytes, for those who take them (RFC 9110, section 12.5.3). Whole, with its length: the framework's own streams,
 * which keeps connections busy that nobody reads to their end.
 */
export async function pack(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  const { headers, status, body } = c.res;
  if (!texts.test(headers.get("Content-Type") ?? "") || headers.has("Content-Encoding")) return;
  c.res.headers.append("Vary", "Accept-Encoding");
  const encoding = Object.keys(packers).find((name) => takes(c, name));
  const packer = packers[encoding ?? ""];
  if (encoding === undefined || packer === undefined || body === null || c.req.method === "HEAD") return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const packed = bytes.length < least ? bytes : await packer(bytes);
  const answer = new Response(packed, { status, headers });
  if (packed !== bytes) answer.headers.set("Content-Encoding", encoding);
  answer.headers.set("Content-Length", String(packed.length));
  c.res = answer;
}

const takes = (c: Context, name: string): boolean =>
  accepts(c, { header: "Accept-Encoding", supports: [name], default: "" }) === name;
