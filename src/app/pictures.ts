import { createHash } from "node:crypto";
import type { App } from "../app.ts";
import { mimeTypes } from "../model/image-format.ts";
import { nameUpload } from "../model/upload.ts";
import { worded } from "../model/worded.ts";
import { readPicture, type Picture, type Refusal } from "../picture/picture.ts";
import { makeSecret } from "./secret.ts";

const endings = { JPEG: "jpg", PNG: "png", GIF: "gif", WebP: "webp" } as const;

/** Keeps a picture that somebody brought for a post; one sentence where it cannot be used. Nobody sees it before a post carries it. */
export async function addPicture(
  app: App,
  post: string,
  file: Uint8Array,
  who: string,
): Promise<{ readonly url: string } | { readonly problem: string }> {
  const picture = readPicture(file);
  if ("refused" in picture) return { problem: refusals[picture.refused] };
  const { format, bytes, size } = picture;
  const hash = createHash("sha256").update(bytes).digest("base64url");
  const upload = {
    file: `${hash}.${endings[format]}`,
    secret: makeSecret().slice(0, 22),
    type: mimeTypes[format],
    size: bytes.length,
    ...size,
  };
  const at = app.now().toISOString();
  const decision = { at, who, action: "add picture", subject: post, detail: describe(picture, upload.file) };
  return { url: nameUpload(await app.ledger.uploads.keep(upload, bytes, decision)) };
}

const describe = ({ format, size, bytes }: Picture, file: string): string =>
  `${format}, ${size.width} × ${size.height}, ${sayBytes(bytes.length)}: ${file}`;

/** “3.4 MB”, “84 kB”. */
export function sayBytes(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.round(bytes / 100_000) / 10} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

const refusals: Readonly<Record<Refusal, string>> = {
  empty: worded`The file is empty: choose another one.`,
  large: worded`The picture is larger than 8 MB: make it smaller, and add it again.`,
  avif: worded`AVIF is not shown by every network yet: save the picture as JPEG, PNG or WebP, and add that.`,
  heic: worded`HEIC, as phones make it, is shown by no network: save the picture as JPEG, and add that.`,
  svg: worded`SVG is not taken, as it may hold programs: save the drawing as PNG, and add that.`,
  page: worded`The file is a web page, whatever its name says: choose a picture.`,
  unknown: worded`The file is no picture that networks show: choose a JPEG, PNG, GIF or WebP.`,
  broken: worded`The picture is damaged or cut short: open it, save it anew, and add that.`,
  pixels: worded`The picture has more than 50 million pixels, or too many frames: make it smaller, and add it again.`,
};

/** Pictures a person may add at once, and how many more a second. */
export const patience = { most: 60, perSecond: 1 / 10 };
export const tooMany = worded`Those are many pictures in a short time: wait some minutes, and add the rest.`;
