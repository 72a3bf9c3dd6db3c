/** A sentence with holes, `Held by {}.`, cut at its holes. */
export interface Pattern {
  readonly words: readonly string[];
  /** Characters of its own: of two that fit, the one that says more is meant. */
  readonly weight: number;
  /** Its longest word, whole and in no hole: what is of this pattern has it too. */
  readonly key: string;
}

export function cutPattern(pattern: string): Pattern {
  const words = pattern.split("{}");
  // What touches a hole may be a part of a longer word.
  const [key = ""] = wordsOf(pattern.replaceAll(/[\p{L}\p{N}]*\{\}[\p{L}\p{N}]*/gu, " ")).toSorted(
    (a, b) => b.length - a.length,
  );
  return { words, weight: words.join("").length, key };
}

/** Each word once. */
export const wordsOf = (text: string): readonly string[] => [...new Set(text.match(/[\p{L}\p{N}]+/gu))];

/**
 * What stands in the holes; null where the text is not of that pattern. Each hole ends where the words after it first come, so
 * the time is linear in the text, whoever wrote it.
 */
export function matchPattern({ words }: Pattern, text: string): readonly string[] | null {
  const [head = "", ...rest] = words;
  const tail = rest.at(-1);
  if (tail === undefined) return text === head ? [] : null;
  const end = text.length - tail.length;
  if (end < head.length || !text.startsWith(head) || !text.endsWith(tail)) return null;
  const holes: string[] = [];
  let from = head.length;
  for (const word of rest.slice(0, -1)) {
    const at = text.indexOf(word, from);
    if (at < 0 || at + word.length > end) return null;
    holes.push(text.slice(from, at));
    from = at + word.length;
  }
  return [...holes, text.slice(from, end)];
}
