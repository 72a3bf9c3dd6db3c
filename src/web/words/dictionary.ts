import { cutPattern, matchPattern, wordsOf, type Pattern } from "./pattern.ts";

/** English sentences with holes, `Held by {}.`, and what they are in another language: `Von {1} zurückgehalten.` */
export type Sentences = Readonly<Record<string, string>>;

export interface Found {
  readonly meaning: string;
  readonly holes: readonly string[];
  /** It has the end of a sentence in its own words. */
  readonly isWide: boolean;
}

interface Known {
  readonly pattern: Pattern;
  readonly meaning: string;
}

/** Finds the sentences that a text may be, by their longest words, so that a page of thousands stays fast. What says most itself comes first. */
export function openDictionary(sentences: Sentences): (text: string) => readonly Found[] {
  const all = Object.entries(sentences).map(([english, meaning]) => ({
    pattern: cutPattern(english),
    meaning,
  }));
  const byKey = Map.groupBy(all, ({ pattern }) => pattern.key);
  return (text) =>
    wordsOf(text)
      .flatMap((word) => byKey.get(word) ?? [])
      .flatMap((known) => read(known, text))
      .toSorted((a, b) => b.weight - a.weight);
}

function read({ pattern, meaning }: Known, text: string): readonly (Found & { readonly weight: number })[] {
  const holes = matchPattern(pattern, text);
  if (holes === null) return [];
  const isOpen = holes.length > 0 && pattern.words.at(-1) === "";
  const isWide = pattern.words.some((words) => /[.!?] /u.test(words));
  const found = { meaning, holes, isWide };
  return [{ ...(isOpen ? close(found) : found), weight: pattern.weight }];
}

/** A full stop at the end of the last hole ends the sentence, wherever that hole goes. */
function close(found: Found): Found {
  const { meaning, holes } = found;
  const last = holes.at(-1) ?? "";
  if (!last.endsWith(".") || meaning.endsWith(`{${holes.length}}`)) return found;
  return { ...found, meaning: `${meaning}.`, holes: [...holes.slice(0, -1), last.slice(0, -1)] };
}
