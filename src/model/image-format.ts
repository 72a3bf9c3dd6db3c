import type { FoundImage, Size } from "./page.ts";

/** What networks show. */
export type Format = NonNullable<FoundImage["format"]>;

/** The MIME type of each. */
export const mimeTypes: Readonly<Record<Format, string>> = {
  JPEG: "image/jpeg",
  PNG: "image/png",
  GIF: "image/gif",
  WebP: "image/webp",
};

/** As people know a MIME type; one that is none of these stays. */
export const nameFormat = (type: string): string =>
  Object.entries(mimeTypes).find(([, mime]) => mime === type)?.[0] ?? type;

/** By the first bytes: what servers state is often wrong. @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern */
export function formatOf(bytes: Uint8Array): Format | null {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "PNG";
  if (start.startsWith("\xff\xd8\xff")) return "JPEG";
  if (/^GIF8[79]a/.test(start)) return "GIF";
  return start.startsWith("RIFF") && start.endsWith("WEBP") ? "WebP" : null;
}

/** Null where the bytes end before they tell. */
export function sizeOf(bytes: Uint8Array, format: Format): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readers[format](view);
}

const readers: Readonly<Record<Format, (view: DataView) => Size | null>> = {
  /** The header comes first. @see https://www.w3.org/TR/png-3/#11IHDR */
  PNG: (view) => (view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }),
  /** The screen's size. @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
  GIF: (view) =>
    view.byteLength < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) },
  JPEG: readJpeg,
  WebP: readWebp,
};

/** Goes from segment to segment up to the frame header. @see ITU-T T.81 B.2.2 */
function readJpeg(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2))
    if (isFrame(view.getUint8(at + 1)))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  return null;
}

/** Of a JPEG: the header of its picture, of whatever kind. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Three kinds, each with its size elsewhere. @see https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(view: DataView): Size | null {
  if (view.byteLength < 30) return null;
  const kind = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  );
  if (kind === "VP8 ")
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== "VP8X") return null;
  return {
    width: (view.getUint32(24, true) & 0xffffff) + 1,
    height: (view.getUint32(26, true) >>> 8) + 1,
  };
}
