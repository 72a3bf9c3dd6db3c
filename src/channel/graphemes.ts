const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** In ASCII nothing joins with its neighbour but CR and LF. */
const plain = /^[\p{ASCII}--\r]*$/v;

/** What a person calls characters (Unicode UAX 29, extended grapheme clusters). */
export function splitGraphemes(text: string): string[] {
  return plain.test(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function countGraphemes(text: string): number {
  if (plain.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
