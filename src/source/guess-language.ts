import type { Entry } from "../model/entry.ts";

/**
 * Words that are frequent in one language and rare in the others. Enough to notice a translation that slipped into another
 * language's source; no more is claimed.
 */
const frequent: Readonly<Record<string, string>> = {
  en: "the and of to with for this that from are you your has have was were will new",
  de: "der die das und ist nicht mit für von auf eine einer des dem wird wurde werden auch",
  fr: "le les des et est une dans pour avec sur qui que nous vous cette aux ont été",
  it: "il della delle dei che è una per con sono gli nel alla questo questa di stato anche",
  es: "el los las y es una para con por del que este esta en su más también ha",
  pt: "o os as e é uma para com por do da que este esta em não mais também",
  nl: "de het een en van is niet met voor op aan zijn worden deze dit ook naar bij",
  pl: "i w na z się jest nie do to że dla przez oraz są został jak od po",
};

const languages = new Map(
  Object.entries(frequent).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** The language of an entry's words; null where they are too few or too mixed to tell. */
export function guessLanguage(entry: Entry): string | null {
  const stories = entry.sections.flatMap((section) => section.stories.map((story) => story.text));
  const words =
    [entry.title, entry.summary, ...stories]
      .join(" ")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const some = words.slice(0, 2_000);
  const scores = [...languages].map(([language, known]) => ({
    language,
    hits: some.filter((word) => known.has(word)).length,
  }));
  const [best, second] = scores.toSorted((a, b) => b.hits - a.hits);
  const clear = best !== undefined && best.hits >= 15 && best.hits > 1.5 * (second?.hits ?? 0);
  return clear ? best.language : null;
}
