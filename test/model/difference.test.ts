import { describe, expect, it } from "vitest";
import { compareWords, isSameText, plainLink } from "../../src/model/difference.ts";
import { effortOf } from "../fixtures/effort.ts";

const written = (before: string, after: string): string =>
  compareWords(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text.trim()}-]`, new: `{+${text.trim()}+}` })[kind])
    .join("");

describe("two texts say the same", () => {
  it.each([
    ["The “Bell” Gazette’s issue", `The "Bell" Gazette's issue`],
    ["What\n  rang", "What rang"],
    ["10 – 12 a.m.", "10 - 12 a.m."],
    ["Read https://b.example.org/1/?utm_source=rss", "Read https://b.example.org/1/"],
    ["so\u00adft", "soft"],
  ])("%s", (a, b) => expect(isSameText(a, b)).toBe(true));

  it.each([
    ["The Gazete", "The Gazette"],
    ["at 10", "at 11"],
    ["xmpp", "XMPP"],
    ["https://b.example.org/1/", "https://b.example.org/2/"],
    ["https://b.example.org/?id=1", "https://b.example.org/?id=2"],
  ])("but not %s and %s", (a, b) => expect(isSameText(a, b)).toBe(false));
});

it("an address leads to the same place with or without what only tells who sent somebody", () => {
  expect(plainLink("http://www.b.example.org/a/?b=2&utm_campaign=x&a=1#top")).toBe(
    "b.example.org/a?a=1&b=2#top",
  );
  expect(plainLink("no address")).toBe("no address");
});

describe("word by word", () => {
  it("only what differs is marked", () => {
    expect(written("The bells rang on Monday at noon.", "The bells rang on Tuesday at noon.")).toBe(
      "The bells rang on [-Monday-]{+Tuesday+}at noon.",
    );
  });

  it("what was added and taken away is found in one text", () => {
    expect(written("a b c d", "b c x d e")).toBe("[-a-]b c {+x+}d {+e+}");
  });

  it("nothing is a difference to nothing, and everything to an empty text", () => {
    expect(compareWords("", "")).toEqual([]);
    expect(compareWords("a b", "")).toEqual([{ kind: "gone", text: "a b" }]);
  });

  it("gives back both texts whole", () => {
    const [a, b] = ["one two  three\n\nfour", "one  two four five"];
    const stretches = compareWords(a, b);
    const of = (other: string) =>
      stretches
        .filter(({ kind }) => kind !== other)
        .map(({ text }) => text)
        .join("");
    expect(of("gone")).toBe(b);
    expect(of("new").split(/\s+/).filter(Boolean)).toEqual(a.split(/\s+/));
  });

  it("of the longest texts takes no time that anybody notices", async () => {
    const long = Array.from({ length: 3_000 }, (_, index) => `word${index % 97}`);
    const took = await effortOf(() => compareWords(long.join(" "), long.toReversed().join(" ")));
    console.log(`3,000 words against 3,000 others: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(2_000);
  });
});
