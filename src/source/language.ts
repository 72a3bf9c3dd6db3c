const ours = ["en", "de", "es", "fr", "it", "pt"];
const codes =
  "ar bg ca cs da de el en eo es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh".split(
    " ",
  );

/** Names of languages in the languages that newsletters are written in, and in their own. */
const byName = new Map<string, string>([
  ...ours.flatMap((language) => namesIn(language)),
  ...codes.map(ownName),
]);
const names = [...byName.keys()].toSorted((a, b) => b.length - a.length);
/** Two letters more for endings: `französische`. */
const named = new RegExp(`(?<!\\p{L})(${names.join("|")})\\p{L}{0,2}(?!\\p{L})`, "giu");

/** The languages that a text names, as BCP 47, in its order. */
export function findLanguages(text: string): string[] {
  const found = [...text.matchAll(named)].map(([, name = ""]) => byName.get(name.toLowerCase()) ?? "");
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

const months = new Set(
  ours.flatMap((language) => {
    const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)).toLowerCase());
  }),
);

export function isMonthName(word: string): boolean {
  return months.has(word.toLowerCase());
}
