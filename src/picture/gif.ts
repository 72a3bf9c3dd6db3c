import type { Cleaned } from "./cleaned.ts";

const image = 0x2c;
const extension = 0x21;
const trailer = 0x3b;

/** The frames and what drives them, up to the end; null where it is cut short or none. @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
export function cleanGif(bytes: Buffer): Cleaned | null {
  const first = 13 + tableBytes(bytes[10]);
  const kept = [bytes.subarray(0, first)];
  let [pixels, frames] = [0, 0];
  for (let at = first; ;) {
    const kind = bytes[at];
    if (kind === trailer) return frames > 0 ? finish(kept, pixels) : null;
    const end =
      kind === image ? endOfImage(bytes, at) : kind === extension ? endOfBlocks(bytes, at + 2) : null;
    if (end === null) return null;
    const block = bytes.subarray(at, end);
    if (kind === image) {
      frames += 1;
      pixels += block.readUInt16LE(5) * block.readUInt16LE(7);
    }
    if (kind === image || drives(block)) kept.push(block);
    at = end;
  }
}

const finish = (kept: readonly Buffer[], pixels: number): Cleaned => ({
  bytes: Buffer.concat([...kept, Buffer.from([trailer])]),
  pixels,
});

/** Of a table of colours. */
const tableBytes = (packed = 0): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

const endOfImage = (bytes: Buffer, at: number): number | null =>
  at + 10 > bytes.length ? null : endOfBlocks(bytes, at + 11 + tableBytes(bytes[at + 9]));

/** Each says how long it is; one without length ends them. */
function endOfBlocks(bytes: Buffer, from: number): number | null {
  let at = from;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += length + 1;
    if (length === 0) return at;
  }
  return null;
}

/** A frame's time, or how often all are shown; comments and what programs add are not needed. */
function drives(block: Buffer): boolean {
  if (block[1] === 0xf9) return block.length === 8;
  const [name, body] = [block.toString("latin1", 3, 14), block.subarray(14)];
  const isLoop = name === "NETSCAPE2.0" || name === "ANIMEXTS1.0";
  return block[1] === 0xff && isLoop && body.length === 5 && body[0] === 3 && body[1] === 1;
}
