import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";

/** Thrown where a document is larger than allowed, as it was sent or once decompressed. */
export class DocumentTooLargeError extends Error {
  override readonly name = "DocumentTooLargeError";
}

/** Thrown where a body is not what its Content-Encoding says, or ends too early. */
export class BadEncodingError extends Error {
  override readonly name = "BadEncodingError";
}

/** A body as it was sent, decompressed. */
export async function unpack(
  sent: Uint8Array,
  encoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  let bytes = sent;
  for (const name of encodingsOf(encoding, bytes)) bytes = await decompress(bytes, name, maxBytes);
  return bytes;
}

/** The outermost first. A server may forget to say that a file is compressed. */
function encodingsOf(header: string | null, bytes: Uint8Array): string[] {
  const named = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const known = named.filter((name) => name !== "" && name !== "identity").toReversed();
  const unsaid = known.length === 0 && bytes[0] === 0x1f && bytes[1] === 0x8b;
  return unsaid ? ["gzip"] : known;
}

type Decompress = (bytes: Uint8Array, limit: { maxOutputLength: number }) => Promise<Uint8Array>;

const unwrap: Decompress = promisify(inflate);
const unwrapRaw: Decompress = promisify(inflateRaw);
const decompressors: Readonly<Record<string, Decompress>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
  // Two things go by this name: with zlib's header, as the standard has it, and without.
  deflate: (bytes, limit) => (((bytes[0] ?? 0) & 0x0f) === 8 ? unwrap : unwrapRaw)(bytes, limit),
};

async function decompress(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array> {
  const decompressor = decompressors[name];
  if (decompressor === undefined) throw new BadEncodingError();
  if (bytes.length === 0) return bytes;
  try {
    return await decompressor(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    throw isTooLong(error) ? new DocumentTooLargeError() : new BadEncodingError();
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}
