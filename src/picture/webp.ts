import type { Cleaned } from "./cleaned.ts";
import { readTurn, writeTurn } from "./turn.ts";

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** What makes the picture. @see https://developers.google.com/speed/webp/docs/riff_container */
const belonging: ReadonlySet<string> = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF"]);

/** In the flags of VP8X: that a block of Exif or XMP follows. */
const [exifFlag, xmpFlag] = [0x08, 0x04];

/** The chunks that make the picture; null where it is cut short or none. */
export function cleanWebp(bytes: Buffer): Cleaned | null {
  const chunks = bytes.length < 20 ? null : readChunks(bytes, bytes.readUInt32LE(4) + 8);
  const [first] = chunks ?? [];
  if (chunks === null || first === undefined || !["VP8X", "VP8 ", "VP8L"].includes(first.name)) return null;
  if (!chunks.some(({ name }) => name === "VP8 " || name === "VP8L" || name === "ANMF")) return null;
  const block = chunks.find(({ name }) => name === "EXIF")?.data;
  const turn = block && first.name === "VP8X" ? readTurn(plain(block)) : 1;
  const own = chunks.filter(({ name }) => belonging.has(name));
  const pixels = own.reduce((sum, chunk) => sum + areaOf(chunk), 0);
  const [head, ...rest] = own.map(({ name, data }) => ({ name, data: flagged(name, data, turn !== 1) }));
  const turned = turn === 1 ? [] : [{ name: "EXIF", data: writeTurn(turn) }];
  return head ? { bytes: writeAll([head, ...rest, ...turned]), pixels } : null;
}

/** Some programs write what only JPEG has before it. */
const plain = (block: Buffer): Buffer =>
  block.toString("latin1", 0, 6) === "Exif\0\0" ? block.subarray(6) : block;

function readChunks(bytes: Buffer, end: number): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  if (end > bytes.length) return null;
  for (let at = 12; at < end;) {
    if (at + 8 > end) return null;
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) return null;
    chunks.push({
      name: bytes.toString("latin1", at, at + 4),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function flagged(name: string, data: Buffer, isTurned: boolean): Buffer {
  if (name !== "VP8X" || data.length === 0) return data;
  const copy = Buffer.from(data);
  copy[0] = ((copy[0] ?? 0) & ~(exifFlag | xmpFlag)) | (isTurned ? exifFlag : 0);
  return copy;
}

/** Pixels of a frame, or of a picture inside, which may be larger than the whole claims to be. */
function areaOf({ name, data }: Chunk): number {
  if (name === "ANMF" && data.length >= 12) return (data.readUIntLE(6, 3) + 1) * (data.readUIntLE(9, 3) + 1);
  if (name === "VP8 " && data.length >= 10)
    return (data.readUInt16LE(6) & 0x3fff) * (data.readUInt16LE(8) & 0x3fff);
  return 0;
}

function writeAll(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ name, data }) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return [Buffer.from(name, "latin1"), length, data, Buffer.alloc(data.length % 2)];
  });
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...parts]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from("RIFF", "latin1"), length, body]);
}
