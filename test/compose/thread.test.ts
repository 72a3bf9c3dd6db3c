import * as fc from "fast-check";
import { expect, test } from "vitest";
import { count, type Measure } from "../../src/channel/measure.ts";
import { type Cutting, splitThread } from "../../src/compose/thread.ts";

const measure: Measure = { unit: "weighted", max: 280, links: { length: 23, bare: true } };
const cutting = (change: Partial<Cutting> = {}): Cutting => ({
  measures: [measure],
  language: "en",
  numbered: false,
  ending: { line: "", at: 0 },
  ...change,
});

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,10}$/),
  fc.constantFrom("v0.8.2", "e.g.", "https://example.org/very/long/path?q=What", "鐘", "👩‍👩‍👧"),
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 50 })
  .chain((words) => fc.constantFrom(".", "!", "?").map((end) => `Then ${words.join(" ")}${end}`));
const text = fc.array(sentence, { minLength: 1, maxLength: 25 }).map((sentences) => sentences.join(" "));

const number = /\n\n\d+\/\d+$/;
const rejoin = (parts: readonly string[]): string => parts.map((part) => part.replace(number, "")).join(" ");

test("a thread's parts fit, and together they are the text", () => {
  fc.assert(
    fc.property(text, fc.boolean(), (input, numbered) => {
      const parts = splitThread(input, cutting({ numbered }));
      expect(parts.map((part) => count(part, measure) <= measure.max)).not.toContain(false);
      expect(rejoin(parts)).toBe(input);
    }),
  );
});

test("the numbers say which part of how many", () => {
  const parts = splitThread("Bells ring at noon. ".repeat(60), cutting({ numbered: true }));
  expect(parts.map((part) => number.exec(part)?.[0].trim())).toEqual(
    parts.map((_, index) => `${index + 1}/${parts.length}`),
  );
});

test("parts end at sentences, and versions, abbreviations and links stay whole", () => {
  const input =
    "Lantern v0.8.2 brings, e.g. for Ada, new ropes. See https://example.org/?q=What!Now or ask Dr. Quill. ".repeat(
      8,
    );
  const parts = splitThread(input, cutting());
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map((part) => /(?:ropes|Quill)\.$/.test(part))).not.toContain(false);
});

test("no tiny part is left over", () => {
  const parts = splitThread("This sentence is exactly as long as it is. ".repeat(7), cutting());
  const lengths = parts.map((part) => part.length);
  expect(parts).toHaveLength(2);
  expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2);
});

test("the first part carries the line that is kept for it", () => {
  const [first, ...later] = splitThread(
    "Bells ring. ".repeat(60),
    cutting({ ending: { line: "https://example.org/issue", at: 0 } }),
  );
  expect(first).toMatch(/\n\nhttps:\/\/example\.org\/issue$/);
  expect(later.join("")).not.toContain("https");
  expect(count(first ?? "", measure)).toBeLessThanOrEqual(280);
});

test("a text that fits is no thread", () => {
  expect(splitThread("Bells ring.", cutting({ numbered: true }))).toEqual(["Bells ring."]);
});
