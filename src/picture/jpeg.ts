import { isFrame } from "../model/image-format.ts";
import type { Cleaned } from "./cleaned.ts";
import { readTurn, writeTurn } from "./turn.ts";

interface Segment {
  readonly marker: number;
  readonly start: number;
  /** Of a scan: behind its data. */
  readonly end: number;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
const exif = "Exif\0\0";

/** The segments that make the picture, up to its end; null where it is cut short or none. @see ITU-T T.81, annex B */
export function cleanJpeg(bytes: Buffer): Cleaned | null {
  const kept: Buffer[] = [];
  let [turn, frames] = [1, 0];
  for (let at = 2; ;) {
    const segment = readSegment(bytes, at);
    if (segment === null) return null;
    const { marker, start, end } = segment;
    if (marker === endOfImage) return frames === 1 ? join(kept, turn) : null;
    const body = bytes.subarray(start + 4, end);
    if (isFrame(marker)) frames += 1;
    if (marker === 0xe1 && body.toString("latin1", 0, 6) === exif) turn = readTurn(body.subarray(6));
    if (belongs(marker, body)) kept.push(bytes.subarray(start, end));
    at = end;
  }
}

function join(kept: readonly Buffer[], turn: number): Cleaned {
  const all = [Buffer.from([0xff, 0xd8]), ...(turn === 1 ? [] : [turned(turn)]), ...kept];
  return { bytes: Buffer.concat([...all, Buffer.from([0xff, endOfImage])]), pixels: 0 };
}

function turned(turn: number): Buffer {
  const body = Buffer.concat([Buffer.from(exif, "latin1"), writeTurn(turn)]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
}

function readSegment(bytes: Buffer, from: number): Segment | null {
  let start = from;
  // Any number of these may stand before a marker.
  while (bytes[start] === 0xff && bytes[start + 1] === 0xff) start += 1;
  const marker = bytes[start + 1];
  if (bytes[start] !== 0xff || marker === undefined) return null;
  if (marker === endOfImage) return { marker, start, end: start + 2 };
  if (start + 4 > bytes.length) return null;
  const length = bytes.readUInt16BE(start + 2);
  const end = start + 2 + length;
  if (length < 2 || end > bytes.length) return null;
  return { marker, start, end: marker === startOfScan ? findMarker(bytes, end) : end };
}

/** Behind a scan's data, in which 0xff is followed by 0 or a number for restarting. */
function findMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Tables, frames and scans; of what programs add only the colours, and the header without its small picture. */
function belongs(marker: number, body: Buffer): boolean {
  const name = body.toString("latin1", 0, 11);
  if (marker === 0xe0) return name.startsWith("JFIF\0") && body.length === 14;
  if (marker === 0xe2) return name === "ICC_PROFILE";
  if (marker === 0xee) return name.startsWith("Adobe");
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= startOfScan && marker <= 0xdd);
}
