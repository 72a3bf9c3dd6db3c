import { lazy } from "../model/lazy.ts";

/** Languages in which dates of events are understood. */
const languages = ["en", "de", "fr", "es", "it", "pt", "nl"];

/** Headings that events stand under, in these languages. */
export const eventHeadings: readonly string[] = [
  "*event*",
  "*termin*",
  "*veranstaltung*",
  "*événement*",
  "*évènement*",
  "*evento*",
  "*eventi*",
  "*evenement*",
];

/** “march”, “mar”, “märz”, “mars” … as 3. */
export const monthWords = lazy(() => wordsOf("month", 12, (index) => new Date(Date.UTC(2024, index, 15))));

/** Days of the week, which tell nothing that the number does not. */
export const weekdayWords = lazy(() =>
  wordsOf("weekday", 7, (index) => new Date(Date.UTC(2024, 0, index + 1))),
);

function wordsOf(
  what: "month" | "weekday",
  many: number,
  day: (index: number) => Date,
): ReadonlyMap<string, number> {
  const words = languages.flatMap((language) =>
    (["long", "short"] as const).flatMap((length) => {
      const format = new Intl.DateTimeFormat(language, { [what]: length, day: "numeric", timeZone: "UTC" });
      return Array.from({ length: many }, (_, index) => {
        const parts = format.formatToParts(day(index));
        return [plain(parts.find(({ type }) => type === what)?.value ?? ""), index + 1] as const;
      });
    }),
  );
  return new Map(words.filter(([word]) => word.length >= 3));
}

const plain = (word: string): string => word.toLowerCase().replace(/\.$/, "");

/** Words between the parts of a date. */
export const joints: ReadonlySet<string> = new Set(
  `the of on from to during in and until till at
   der die das den dem am vom bis zum und von
   le la les du de au à et jusqu’au jusqu'au
   el los del al y desde hasta
   il lo dal al di e da fino
   o os do dos das a ao até em dia dias
   van tot en`.split(/\s+/),
);
