import { describe, expect, it } from "vitest";
import { sizeOf } from "../../channels/bluesky/image.ts";
import { chooseKey } from "../../channels/bluesky/key.ts";
import { readMemo } from "../../channels/bluesky/memo.ts";
import { shorten } from "../../channels/bluesky/text.ts";

const now = new Date("2026-11-22T10:00:00Z");

describe("a record's key", () => {
  it("is a timestamp identifier", () => {
    expect(chooseKey("announcement-1", now)).toMatch(/^[234567abcdefghij][2-7a-z]{12}$/);
  });

  it("sorts by the second, whatever the deliveries", () => {
    const keys = Array.from({ length: 100 }, (_, index) =>
      chooseKey(`d-${index % 7}`, new Date(now.getTime() + index * 1000)),
    );
    expect(keys.toSorted()).toEqual(keys);
  });

  it("tells the moment in its upper bits", () => {
    const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    const letters = [...chooseKey("announcement-1", now)];
    const value = letters.reduce((sum, letter) => sum * 32n + BigInt(alphabet.indexOf(letter)), 0n);
    expect(Number((value >> 10n) / 1_000_000n)).toBe(now.getTime() / 1000);
  });

  it("is another for each of 5000 deliveries of one moment", () => {
    const keys = Array.from({ length: 5000 }, (_, index) => chooseKey(`delivery-${index}`, now));
    expect(new Set(keys).size).toBe(5000);
  });
});

describe("the size of a picture", () => {
  const quantization = [0xff, 0xdb, 0x00, 0x04, 0x00, 0x00];
  const frame = [0xff, 0xc2, 0x00, 0x11, 0x08, 0x01, 0x2c, 0x02, 0x58, 0x03];

  it("is found behind other segments of a JPEG", () => {
    const bytes = Uint8Array.from([0xff, 0xd8, ...quantization, ...frame]);
    expect(sizeOf(bytes, "image/jpeg")).toEqual({ width: 600, height: 300 });
  });

  it.each([
    ["a JPEG cut short", Uint8Array.from([0xff, 0xd8, ...quantization, 0xff, 0xc2])],
    ["a JPEG of zeros", Uint8Array.from([0xff, 0xd8, ...Array.from({ length: 64 }, () => 0)])],
    ["nothing", new Uint8Array()],
  ])("is unknown of %s", (_, bytes) => {
    expect(sizeOf(bytes, "image/jpeg")).toBeNull();
  });
});

describe("a link that is shown short", () => {
  it.each([
    ["https://www.example.org/", "example.org"],
    ["http://example.org/a?b=c#d", "example.org/a?b=c#d"],
    ["https://example.org/newsletter/2026/11/issue", "example.org/newsletter/2026/1…"],
  ])("%s reads %s", (link, shown) => {
    expect(shorten(link)).toBe(shown);
  });
});

it.each([null, "x", [], {}, { rkey: "3", rev: "3", record: {} }])("does not take %j for its memo", (memo) => {
  expect(() => readMemo(memo)).toThrow("What was kept for this post is not of this channel.");
});
