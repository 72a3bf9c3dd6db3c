import { lazy } from "../model/lazy.ts";

const segmenter = lazy(() => new Intl.Segmenter("und", { granularity: "grapheme" }));

/** Latin, Greek, Cyrillic, kana, Han and common punctuation: none of them joins with its neighbour, but CR and LF do. */
const plain =
  /^[[\p{ASCII}\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20ac\u2122\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]--\r]*$/v;

/** What a person calls characters (Unicode UAX 29, extended grapheme clusters). */
export function splitGraphemes(text: string): string[] {
  return plain.test(text) ? text.split("") : Array.from(segmenter().segment(text), ({ segment }) => segment);
}

export function countGraphemes(text: string): number {
  if (plain.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter().segment(text)) count++;
  return count;
}
