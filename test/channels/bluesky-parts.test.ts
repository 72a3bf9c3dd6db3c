import { describe, expect, it } from "vitest";
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
