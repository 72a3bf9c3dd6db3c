/**
 * An English sentence that people may read: in the ledger, in logs and commands it is what it says here; pages in other
 * languages know it again by its words. Each needs its counterpart there, which a test asks for.
 */
export function worded(words: TemplateStringsArray, ...holes: readonly (string | number)[]): string {
  return words.reduce((text, word, at) => `${text}${String(holes[at - 1])}${word}`);
}
