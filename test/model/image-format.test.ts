import { expect, it } from "vitest";
import { formatOf, sizeOf } from "../../src/model/image-format.ts";
import { bell } from "../bench/site.ts";

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(" ", ""), "hex");
const padded = (hex: string): Uint8Array => Buffer.concat([bytes(hex), Buffer.alloc(32)]);

const cases: readonly (readonly [string, Uint8Array, object | null])[] = [
  ["PNG", bell, { width: 48, height: 48 }],
  ["GIF", padded("474946383961 2c01 9d00"), { width: 300, height: 157 }],
  ["JPEG", padded("ffd8 ffe0 0004 0000 ffc2 0011 08 0276 04b0"), { width: 1200, height: 630 }],
  ["JPEG", padded("ffd8 ffdb 0004 0000 ffc2 0011 08 012c 0258"), { width: 600, height: 300 }],
  ["JPEG", padded("ffd8 ffdb 0004 0000"), null],
  [
    "WebP",
    padded("52494646 00000000 57454250 56503820 00000000 000000 9d012a b004 7602"),
    { width: 1200, height: 630 },
  ],
  ["WebP", padded("52494646 00000000 57454250 5650384c 00000000 2f af449d00"), { width: 1200, height: 630 }],
  [
    "WebP",
    padded("52494646 00000000 57454250 56503858 00000000 00000000 af0400 750200"),
    { width: 1200, height: 630 },
  ],
];

it.each(cases)("knows a %s and its size", (format, file, size) => {
  expect(formatOf(file)).toBe(format);
  expect(sizeOf(file, formatOf(file) ?? "PNG")).toEqual(size);
});

it("knows no image in a page, and no size in a beginning that is too short", () => {
  expect(formatOf(Buffer.from("<svg xmlns="))).toBeNull();
  expect(sizeOf(bell.subarray(0, 20), "PNG")).toBeNull();
});
