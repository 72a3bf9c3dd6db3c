import { worded } from "./worded.ts";

/** The known word that was probably meant: at most a third of its letters differ. */
function similar(word: string, known: readonly string[]): string | undefined {
  const near = known.map((other) => ({ other, far: distance(word.toLowerCase(), other.toLowerCase()) }));
  const best = near.toSorted((a, b) => a.far - b.far)[0];
  return best && best.far <= Math.max(1, best.other.length / 3) ? best.other : undefined;
}

/** One sentence: the known word that was probably meant, or all that are known. */
export function suggest(word: string, known: readonly string[]): string {
  const meant = similar(word, known);
  if (meant !== undefined) return worded`Did you mean “${meant}”?`;
  return known.length === 0 ? worded`Take it out.` : worded`Known here: ${known.join(", ")}.`;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
