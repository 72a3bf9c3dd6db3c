import { crc32 } from "node:zlib";
import type { Cleaned } from "./cleaned.ts";
import { readTurn, writeTurn } from "./turn.ts";

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly whole: Buffer;
}

/** What makes the picture: its pixels, colours and frames. @see https://www.w3.org/TR/png-3/#4Concepts.FormatTypes */
const belonging: ReadonlySet<string> = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs acTL fcTL fdAT".split(" "),
);

/** The chunks that make the picture, up to its end; null where it is cut short, damaged or none. */
export function cleanPng(bytes: Buffer): Cleaned | null {
  const kept = [bytes.subarray(0, 8)];
  const seen = new Set<string>();
  let pixels = 0;
  for (let at = 8; ;) {
    const chunk = readChunk(bytes, at);
    if (chunk === null || !isInPlace(chunk, seen)) return null;
    const { type, data, whole } = chunk;
    seen.add(type);
    if (type === "fcTL" && data.length >= 12) pixels += data.readUInt32BE(4) * data.readUInt32BE(8);
    const turn = type === "eXIf" ? readTurn(data) : 1;
    if (turn !== 1) kept.push(writeChunk("eXIf", writeTurn(turn)));
    if (belonging.has(type)) kept.push(whole);
    if (type === "IEND") return seen.has("IDAT") ? { bytes: Buffer.concat(kept), pixels } : null;
    at += whole.length;
  }
}

/** The header comes first, and only there. */
function isInPlace({ type, data }: Chunk, seen: ReadonlySet<string>): boolean {
  return type === "IHDR" ? seen.size === 0 && data.length === 13 : seen.has("IHDR");
}

function readChunk(bytes: Buffer, at: number): Chunk | null {
  if (at + 12 > bytes.length) return null;
  const end = at + 12 + bytes.readUInt32BE(at);
  if (end > bytes.length) return null;
  const told = bytes.subarray(at + 4, end - 4);
  if (crc32(told) !== bytes.readUInt32BE(end - 4)) return null;
  return { type: told.toString("latin1", 0, 4), data: told.subarray(4), whole: bytes.subarray(at, end) };
}

function writeChunk(type: string, data: Buffer): Buffer {
  const told = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(told));
  return Buffer.concat([length, told, check]);
}
