import { expect, test } from "vitest";
import { sizeOf } from "../../src/model/image-format.ts";
import { mostBytes, readPicture, type Picture } from "../../src/picture/picture.ts";
import { bells, chunk, exifOf, pngOf, pngWith, tellingJpeg, tellingWebp } from "../fixtures/pictures.ts";

/** A file that is taken. */
function take(file: Uint8Array): Picture & { readonly text: string } {
  const picture = readPicture(file);
  if ("refused" in picture) throw new Error(`It was refused: ${picture.refused}.`);
  return { ...picture, text: Buffer.from(picture.bytes).toString("latin1") };
}

const text = (words: string): Buffer => Buffer.from(words);

test.each([
  ["PNG", bells.png],
  ["JPEG", bells.jpg],
  ["WebP", bells.webp],
] as const)("a %s without anything beside the picture is kept byte by byte", (format, file) => {
  const picture = take(file);
  expect(picture.format).toBe(format);
  expect(picture.bytes).toEqual(file);
  expect(picture.size).toEqual(sizeOf(file, format));
});

test("a GIF keeps what moves it, and loses its comment and what follows its end", () => {
  const { text: kept, size } = take(Buffer.concat([bells.gif, text("PK an archive")]));
  expect(size).toEqual({ width: 2, height: 1 });
  expect(kept).toContain("NETSCAPE2.0");
  expect(kept).not.toMatch(/hello|archive/);
  expect(kept.length).toBe(bells.gif.length - 9);
});

test("a JPEG loses places, comments and what follows its end, and stays turned as it is", () => {
  const turned = take(tellingJpeg(6));
  expect(turned.text).not.toMatch(/GPS|Anna|php|archive/);
  expect(turned.text).toContain("Exif");
  expect(turned.bytes.length).toBe(bells.jpg.length + 36);
  expect(take(tellingJpeg(1)).bytes).toEqual(bells.jpg);
});

test("a PNG loses its words, and keeps how it is turned", () => {
  const words = ["tEXt", "zTXt", "iTXt"].map((type) => chunk(type, text("by Anna <script>")));
  const { text: kept } = take(
    Buffer.concat([pngWith(chunk("eXIf", exifOf(8)), ...words), text("<script>behind")]),
  );
  expect(kept).not.toMatch(/Anna|GPS|script/);
  expect(kept).toContain("eXIf");
  expect(take(pngWith(chunk("eXIf", exifOf(1)))).bytes).toEqual(bells.png);
});

test("a WebP loses places and words, and keeps how it is turned", () => {
  const turned = take(tellingWebp(3));
  expect(turned.text).not.toMatch(/GPS|Anna|XMP/);
  expect(turned.text).toContain("EXIF");
  const upright = take(tellingWebp(1));
  expect(upright.text).not.toContain("EXIF");
  // The flags of what is there.
  expect([turned.bytes[20], upright.bytes[20]]).toEqual([0x08, 0]);
});

const avif = Buffer.concat([Buffer.from([0, 0, 0, 28]), text("ftypavif"), Buffer.alloc(16)]);
const heic = Buffer.concat([Buffer.from([0, 0, 0, 28]), text("ftypheic"), Buffer.alloc(16)]);

test.each([
  ["nothing at all", Buffer.alloc(0), "empty"],
  ["20 MB", Buffer.alloc(20_000_000), "large"],
  ["an AVIF", avif, "avif"],
  ["a phone's HEIC", heic, "heic"],
  ["a film", Buffer.concat([Buffer.from([0, 0, 0, 28]), text("ftypmp42")]), "unknown"],
  ["an SVG with a script", text(`<?xml version="1.0"?><svg onload="alert(1)"></svg>`), "svg"],
  ["a page", text("<!doctype html><script>alert(1)</script>"), "page"],
  ["a program", text("#!/bin/sh\nrm -rf /"), "unknown"],
  ["a script that begins as a GIF", text("GIF89a/*\u0000\u0000*/=alert(1)"), "broken"],
  ["a PNG of 50,000 × 50,000", pngOf(50_000, 50_000), "pixels"],
  ["a PNG of no width", pngOf(0, 10), "broken"],
  ["a PNG cut short", bells.png.subarray(0, -13), "broken"],
  ["a JPEG cut short", bells.jpg.subarray(0, -2), "broken"],
  ["a WebP cut short", bells.webp.subarray(0, -2), "broken"],
  ["a GIF cut short", bells.gif.subarray(0, -1), "broken"],
  ["a PNG with a bit that is wrong", pngOf(48, 48).fill(7, 60, 61), "broken"],
  [
    "the beginning of a JPEG, and a page",
    Buffer.concat([bells.jpg.subarray(0, 3), text("<html>")]),
    "broken",
  ],
])("%s is refused", (_, file, refused) => {
  expect(readPicture(file)).toEqual({ refused });
});

test("an animation whose frames are too much together is refused", () => {
  const frame = Buffer.from("2c00000000ffffffff00020100", "hex");
  const many = Buffer.concat([bells.gif.subarray(0, 19), frame, Buffer.from([0, 0x3b])]);
  expect(readPicture(many)).toEqual({ refused: "pixels" });
});

test("files that are broken anywhere are refused or cleaned, never thrown at", () => {
  const files = [bells.png, tellingJpeg(6), tellingWebp(6), bells.gif];
  const broken = files.flatMap((file) =>
    Array.from(file, (_, at) => [file.subarray(0, at), Buffer.from(file).fill(0xff, at, at + 1)]).flat(),
  );
  const ends = broken.map((file) => ("refused" in readPicture(file) ? "refused" : "cleaned"));
  expect(new Set(ends)).toEqual(new Set(["refused", "cleaned"]));
  expect(mostBytes).toBe(8_000_000);
});
