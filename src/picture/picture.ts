import { formatOf, sizeOf, type Format } from "../model/image-format.ts";
import type { Size } from "../model/page.ts";
import type { Cleaned } from "./cleaned.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanPng } from "./png.ts";
import { cleanWebp } from "./webp.ts";

/** Why a file is not taken: empty, too many bytes or pixels, no picture that networks show, or one that is cut short or damaged. */
export type Refusal = "empty" | "large" | "avif" | "heic" | "svg" | "page" | "unknown" | "broken" | "pixels";

/** A picture as it is kept: nothing but the picture. */
export interface Picture {
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly size: Size;
}

/** Bytes of a picture, pixels of one, and of all frames of an animation: what a program takes to show it is four bytes each. */
export const mostBytes = 8_000_000;
const mostPixels = 50_000_000;
const mostMoving = 500_000_000;

const cleaners: Readonly<Record<Format, (bytes: Buffer) => Cleaned | null>> = {
  JPEG: cleanJpeg,
  PNG: cleanPng,
  GIF: cleanGif,
  WebP: cleanWebp,
};

/**
 * What a file is, by all of its bytes: neither its name nor the type that it claims are asked. What does not belong to the picture
 * is left out: places and cameras, comments, whatever follows the picture's end. It is not made anew, so it loses nothing.
 */
export function readPicture(file: Uint8Array): Picture | { readonly refused: Refusal } {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length === 0) return { refused: "empty" };
  if (bytes.length > mostBytes) return { refused: "large" };
  const format = formatOf(bytes);
  if (format === null) return { refused: nameOther(bytes) };
  const cleaned = cleaners[format](bytes);
  const size = cleaned && sizeOf(cleaned.bytes, format);
  if (!cleaned || !size || size.width * size.height === 0) return { refused: "broken" };
  const isBomb = size.width * size.height > mostPixels || cleaned.pixels > mostMoving;
  return isBomb ? { refused: "pixels" } : { format, bytes: cleaned.bytes, size };
}

/** What people bring most often instead. @see https://mimesniff.spec.whatwg.org/ */
function nameOther(bytes: Buffer): Refusal {
  if (bytes.toString("latin1", 4, 8) === "ftyp") {
    const brand = bytes.toString("latin1", 8, 12);
    if (/^avi[fs]$/.test(brand)) return "avif";
    return /^(he[iv]|mif|msf)/.test(brand) ? "heic" : "unknown";
  }
  const text = bytes.toString("latin1", 0, 1024).toLowerCase();
  if (/<svg[\s>]/.test(text)) return "svg";
  return /<(!doctype|html|head|body|script)\b/.test(text) ? "page" : "unknown";
}
