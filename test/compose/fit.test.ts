import * as fc from "fast-check";
import { expect, test } from "vitest";
import { splitGraphemes } from "../../src/channel/graphemes.ts";
import { findLinks } from "../../src/channel/links.ts";
import { count, type Measure } from "../../src/channel/measure.ts";
import { fit } from "../../src/compose/fit.ts";
import type { Piece } from "../../src/compose/marks.ts";

const plain = (max: number): Measure => ({ unit: "graphemes", max });
const flexible = (text: string, order = 1, whole = false): Piece => ({ order, whole, content: [text] });
const list = (items: string[], style: "sentence" | "lines" = "sentence"): Piece => ({
  order: 1,
  whole: false,
  content: ["Inside: ", { style, language: "en", more: "more", items, shown: items.length }, "."],
});

const word = fc.oneof(
  fc.stringMatching(/^[a-zé]{1,12}[.,;:!?]?$/),
  fc.constantFrom(
    "#OpenSource",
    "@bob@example.org",
    "https://example.org/a_(b)?c=d.",
    "v0.8.2",
    "(aside)",
    "“so”",
  ),
  fc.constantFrom("👩‍👩‍👧", "🇩🇪", "e\u0301e\u0301", "→", "—", "字典很好用", "สวัสดีครับ"),
);
const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
const measure = fc.record({
  unit: fc.constantFrom("graphemes", "utf16", "bytes", "weighted"),
  max: fc.integer({ min: 20, max: 200 }),
  links: fc.option(fc.record({ length: fc.constant(23), bare: fc.boolean() }), { nil: undefined }),
}) as fc.Arbitrary<Measure>;

test("what can give way never leaves a text too long", () => {
  fc.assert(
    fc.property(prose, prose, measure, (first, second, limit) => {
      const { text, over } = fit([flexible(first, 2), "\n\n", flexible(second, 1)], [limit]);
      expect(over).toBe(0);
      expect(count(text, limit)).toBeLessThanOrEqual(limit.max);
    }),
  );
});

test("a shortened text is made of the words, links, hashtags and graphemes that went in", () => {
  fc.assert(
    fc.property(prose, measure, (input, limit) => {
      const { text } = fit([flexible(input)], [limit]);
      const graphemes = splitGraphemes(input);
      const words = input.split(" ");
      const kept = text.replace(/ ?…$/, "").split(" ");
      expect(splitGraphemes(text.replace(/ ?…$/, "")).every((one) => graphemes.includes(one))).toBe(true);
      expect(kept.slice(0, -1)).toEqual(words.slice(0, kept.length - 1));
      expect(words[kept.length - 1]?.startsWith(kept.at(-1) ?? "")).toBe(true);
    }),
  );
});

const linksOf = (text: string): string[] => findLinks(text, { bare: true }).map((link) => link.text);
const tagsOf = (text: string): string[] => text.match(/(?<=^|\s)[#@][^\s…]+/g) ?? [];

test("links, hashtags and mentions stay whole or go", () => {
  fc.assert(
    fc.property(prose, measure, (input, limit) => {
      const { text } = fit([flexible(input)], [limit]);
      expect(linksOf(text).filter((link) => !linksOf(input).includes(link))).toEqual([]);
      expect(tagsOf(text).filter((tag) => !tagsOf(input).includes(tag))).toEqual([]);
    }),
  );
});

test("a text that fits stays as it is", () => {
  fc.assert(
    fc.property(prose, (input) => {
      expect(fit([flexible(input)], [plain(5000)])).toEqual({ text: input, over: 0 });
    }),
  );
});

test.each([
  ["One small step for a bell, and one giant leap for a tower", 40, "One small step for a bell…"],
  ["It rings at noon. It rings at night, when nobody hears it", 24, "It rings at noon."],
  ["The tower (built in the year of the great fire) still stands", 40, "The tower (built in the year…"],
  ["All the bells of the old town (and some new ones) rang today", 42, "All the bells of the old town…"],
  [
    "Read everything at https://example.org/a/long/path and then ring",
    52,
    "Read everything at https://example.org/a/long/path …",
  ],
  ["Bells, ropes, wheels, clappers — and the people who ring them", 36, "Bells, ropes, wheels, clappers…"],
  ["塔の鐘は毎日正午に鳴り、夜にも鳴ります", 12, "塔の鐘は毎日正午に鳴り…"],
])("%s is cut to %i as a person would", (input, max, expected) => {
  expect(fit([flexible(input)], [plain(max)]).text).toBe(expected);
});

test("the lowest order gives way first, and of one order the last", () => {
  const pieces = [
    flexible("one two three four", 2),
    " ",
    flexible("five six seven eight", 1),
    " ",
    flexible("#bell", 1, true),
  ];
  expect(fit(pieces, [plain(38)]).text).toBe("one two three four five six seven…");
  expect(fit(pieces, [plain(20)]).text).toBe("one two three four");
});

test("what was left out comes back where others made room", () => {
  const pieces = [
    flexible("It rings at noon every day. Nobody knows why.", 2),
    " ",
    flexible("#Bell", 1, true),
  ];
  expect(fit(pieces, [plain(40)]).text).toBe("It rings at noon every day. #Bell");
});

test("a list leaves out its last items and says so", () => {
  expect(fit([list(["ropes", "wheels", "clappers", "towers"])], [plain(36)]).text).toBe(
    "Inside: ropes, wheels, and more.",
  );
  expect(fit([list(["ropes", "wheels", "clappers"], "lines")], [plain(24)]).text).toBe(
    "Inside: ropes\nwheels.",
  );
});

test("blank lines around what was left out are folded", () => {
  expect(
    fit(["Title", "\n\n", flexible("#long-enough-to-go", 1, true), "\n\n", "link"], [plain(12)]).text,
  ).toBe("Title\n\nlink");
});

test("what may not give way is reported with what is too much", () => {
  expect(fit(["x".repeat(320)], [plain(280)])).toEqual({ text: "x".repeat(320), over: 40 });
});

test("every measure must hold", () => {
  const { text } = fit([flexible("鐘 ".repeat(60).trim())], [plain(300), { unit: "bytes", max: 100 }]);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100);
});
