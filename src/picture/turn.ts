/** The field that says how a picture has to be turned; 1: not at all. @see Exif 2.32, 4.6.4: Orientation */
const orientation = 0x0112;

/** How a picture has to be turned (1 to 8), by its Exif block; 1 where that does not tell. */
export function readTurn(tiff: Buffer): number {
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 14 || !["II", "MM"].includes(order)) return 1;
  const short = (at: number): number => (order === "II" ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === "II" ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  for (let left = short(start), at = start + 2; left > 0 && at + 12 <= tiff.length; left--, at += 12)
    if (short(at) === orientation) return clamp(short(at + 8));
  return 1;
}

const clamp = (turn: number): number => (turn >= 1 && turn <= 8 ? turn : 1);

/** An Exif block that says this and nothing else. */
export function writeTurn(turn: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(orientation, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(turn, 18);
  return tiff;
}
