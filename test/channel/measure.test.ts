import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countGraphemes, splitGraphemes } from "../../src/channel/graphemes.ts";
import { count, fits, type Measure } from "../../src/channel/measure.ts";

const fediverse: Measure = {
  unit: "graphemes",
  max: 500,
  links: { length: 23, bare: false },
  mentions: "local",
};
const weighted: Measure = { unit: "weighted", max: 280, links: { length: 23, bare: true } };

test("each unit counts in its own way", () => {
  const text = "né 👩‍👩‍👧 →";
  const lengths = (["graphemes", "utf16", "bytes", "weighted"] as const).map((unit) =>
    count(text, { unit, max: 1 }),
  );
  expect(lengths).toEqual([6, 13, 26, 8]);
});

test("a fast count is the same as Unicode's", () => {
  const characters = "aZ0 \n\r©ÿžΩЖ’“…•™€、あア漢\u0301\u200d👩🇩한ก";
  const word = fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 });
  const exact = new Intl.Segmenter("und", { granularity: "grapheme" });
  fc.assert(
    fc.property(word, (text) => {
      const graphemes = Array.from(exact.segment(text), ({ segment }) => segment);
      expect([countGraphemes(text), splitGraphemes(text)]).toEqual([graphemes.length, graphemes]);
    }),
    { numRuns: 1000 },
  );
});

test("a link counts as the network says, whatever its length", () => {
  const long = `https://example.org/${"a".repeat(300)}`;
  expect([count(`see ${long}`, fediverse), count("see http://a.io", fediverse)]).toEqual([27, 27]);
  expect([count(`see ${long}`, weighted), count("see a.io", weighted)]).toEqual([27, 27]);
});

test("a short link can make a text too long that looks short enough", () => {
  const text = `${"a".repeat(272)} t.co/a`;
  expect(text.length).toBeLessThanOrEqual(280);
  expect(fits(text, weighted)).toBe(false);
});

test("a name counts without its server where servers count so, a mail address counts in full", () => {
  expect(count("@bob@example.com and eve@example.com", fediverse)).toBe(24);
  expect(count("@bob@example.com", { unit: "graphemes", max: 300 })).toBe(16);
});

test("fits agrees with count on both sides of every limit", () => {
  const texts = ["", "a".repeat(280), "a".repeat(281), "é".repeat(280), "字".repeat(140), "字".repeat(141)];
  const measures: Measure[] = [weighted, { unit: "bytes", max: 280 }, { unit: "utf16", max: 140 }, fediverse];
  const pairs = measures.flatMap((measure) => texts.map((text) => ({ measure, text })));
  expect(pairs.map(({ text, measure }) => fits(text, measure))).toEqual(
    pairs.map(({ text, measure }) => count(text, measure) <= measure.max),
  );
});

test("a decomposed letter weighs as much as a composed one", () => {
  expect(count("e\u0301", weighted)).toBe(1);
});
