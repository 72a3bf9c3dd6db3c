import type { Entry } from "../model/entry.ts";
import { lazy } from "../model/lazy.ts";

const ours = ["en", "de", "es", "fr", "it", "pt"];
const codes =
  "ar bg ca cs da de el en eo es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh".split(
    " ",
  );

/** Names of languages in the languages that newsletters are written in, and in their own. */
const byName = lazy(() => new Map([...ours.flatMap(namesIn), ...codes.map(ownName)]));

/** Two letters more for endings: `französische`. */
const named = lazy(() => {
  const names = [...byName().keys()].toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?<!\\p{L})(${names.join("|")})\\p{L}{0,2}(?!\\p{L})`, "giu");
});

/** The languages that a text names, as BCP 47, in its order. */
export function findLanguages(text: string): string[] {
  const found = [...text.matchAll(named())].map(([, name = ""]) => byName().get(name.toLowerCase()) ?? "");
  return [...new Set(found)];
}

function namesIn(language: string): [string, string][] {
  const display = new Intl.DisplayNames(language, { type: "language" });
  const regional = ["pt-BR", "pt-PT", "zh-Hant"];
  return [...codes, ...regional].map((code) => [(display.of(code) ?? code).toLowerCase(), code]);
}

function ownName(code: string): [string, string] {
  return [(new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code).toLowerCase(), code];
}

const months = lazy(() => new Set(ours.flatMap(monthsIn)));

function monthsIn(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)).toLowerCase());
}

export function isMonthName(word: string): boolean {
  return months().has(word.toLowerCase());
}

/** Small words that one language has and its neighbours do not. */
const small: Readonly<Record<string, readonly string[]>> = {
  en: "the and of with for has been this that from by are is".split(" "),
  de: "der die das und mit für ist wurde nicht auf von ein eine im zum".split(" "),
  es: "el los las y con para una del que se está versión esta su por".split(" "),
  fr: "le les des et avec pour une dans est du au sur qui cette été".split(" "),
  it: "il gli di e con per una della del nel è stato che versione alla".split(" "),
  pt: "o os as e com para uma do da no em foi versão não sua".split(" "),
};

/** Fewer small words than this say nothing. */
const fewest = 12;

/** The language an entry is written in, by its small words; null where they do not tell. */
export function guessLanguage({ title, summary, sections }: Entry): string | null {
  const stories = sections.flatMap((section) => section.stories.map(({ text }) => text));
  const words =
    [title, summary, ...stories]
      .join(" ")
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(small).map(([language, list]) => ({ language, count: countIn(words, list) }));
  const [first, second] = counts.toSorted((a, b) => b.count - a.count);
  if (first === undefined || second === undefined || first.count < fewest) return null;
  return first.count > second.count * 1.3 ? first.language : null;
}

function countIn(words: readonly string[], list: readonly string[]): number {
  const wanted = new Set(list);
  return words.filter((word) => wanted.has(word)).length;
}
