import { expect, test } from "vitest";
import { splitGraphemes, countGraphemes } from "../../src/channel/graphemes.ts";
import { findLinks } from "../../src/channel/links.ts";
import { count, fits, type Measure } from "../../src/channel/measure.ts";
import {
  present,
  readList,
  readTests,
  type Counted,
  type Extracted,
  type Graphemes,
  type Weighted,
} from "./vectors.ts";

const weighted: Measure = { unit: "weighted", max: 280, links: { length: 23, bare: true } };

/** Groups whose expectations belong to another rule. WeightedTweetsCounterTest is of the second configuration, in which an emoji counts by its code points. */
const otherRules: Readonly<Record<string, readonly string[]>> = {
  WeightedTweetsCounterTest: [
    "Count a mix of single byte single word, and double word unicode characters",
    "Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers",
  ],
  // Only the network itself writes its short links, and gives them endings of their own.
  urls: [
    "Extract a t.co URL with a trailing apostrophe",
    "Extract a t.co URL with a trailing hyphen",
    "DO NOT extract URLs with > 40 characters in a t.co slug",
  ],
  urls_with_indices: ["Extract t.co URLs skipping trailing characters and adjusting indices correctly"],
};

const applicable = <T extends { readonly description: string }>(group: string, all: readonly T[]): T[] => {
  const left = otherRules[group] ?? [];
  console.log(
    `${group}: ${all.length - left.length} of ${all.length}; left out: ${left.join(" | ") || "none"}`,
  );
  return all.filter(({ description }) => !left.includes(description));
};

test
  .runIf(present)
  .each([
    "WeightedTweetsCounterTest",
    "WeightedTweetsWithDiscountedEmojiCounterTest",
    "UnicodeDirectionalMarkerCounterTest",
  ])("texts weigh what %s says", (group) => {
  const tests = applicable(group, readTests<Weighted>("twitter-text.validate.yml")[group] ?? []);
  expect(tests.length).toBeGreaterThan(1);
  expect(tests.map(({ text }) => [text, count(text, weighted), fits(text, weighted)])).toEqual(
    tests.map(({ text, expected }) => [text, expected.weightedLength, expected.weightedLength <= 280]),
  );
});

test
  .runIf(present)
  .each(["urls", "urls_with_directional_markers", "tco_urls_with_params", "urls_with_indices"])(
  "links are found as %s says",
  (group) => {
    const tests = applicable(group, readTests<Extracted>("twitter-text.extract.yml")[group] ?? []);
    expect(tests.length).toBeGreaterThan(1);
    const found = tests.map(({ text }) => [text, findLinks(text, { bare: true }).map((link) => link.text)]);
    expect(found).toEqual(tests.map(({ text, expected }) => [text, expected.map(named)]));
  },
);

const named = (one: Extracted["expected"][number]): string => (typeof one === "string" ? one : one.url);

test.runIf(present)("links stand where the text has them", () => {
  const tests = Object.values(readTests<Extracted>("twitter-text.extract.yml")).flat();
  const links = tests.flatMap(({ text }) => findLinks(text, { bare: true }).map((link) => ({ text, link })));
  expect(links.length).toBeGreaterThan(100);
  expect(links.map(({ text, link }) => text.slice(link.start, link.end))).toEqual(
    links.map(({ link }) => link.text),
  );
});

test.runIf(present)("graphemes break as Unicode 17 says", () => {
  const tests = readList<Graphemes>("grapheme-break-17.json");
  console.log(`grapheme breaks: ${tests.length} vectors`);
  expect(tests.map(({ text }) => splitGraphemes(text))).toEqual(tests.map(({ graphemes }) => graphemes));
  expect(tests.map(({ text }) => countGraphemes(text))).toEqual(
    tests.map(({ graphemes }) => graphemes.length),
  );
});

test.runIf(present)("texts are as long as fediverse servers say", () => {
  const measure: Measure = {
    unit: "graphemes",
    max: 500,
    links: { length: 23, bare: false },
    mentions: "local",
  };
  const tests = readList<Counted>("mastodon-count.json");
  console.log(`fediverse counts: ${tests.length} vectors`);
  expect(tests.map(({ text, why }) => [why, count(text, measure)])).toEqual(
    tests.map(({ length, why }) => [why, length]),
  );
});
