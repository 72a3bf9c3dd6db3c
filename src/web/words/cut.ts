/** Where a sentence is in its text. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Sentences of more than this are nobody's. */
const most = 60;

/** After each full stop, question or exclamation mark that a space follows. */
export function cutSentences(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  for (const { 0: found, 1: stop = "", index } of text.matchAll(/([.!?…][”’"')]?)\s+/gu)) {
    cuts.push({ start, end: index + stop.length });
    start = index + found.length;
    if (cuts.length > most) return [{ start: 0, end: text.length }];
  }
  return start < text.length || cuts.length === 0 ? [...cuts, { start, end: text.length }] : cuts;
}

/** The items of a list, with what stands between them in every second place. */
export const cutList = (text: string): readonly string[] => text.split(/(; |, | and )/u);

/** A text without its full stop; null where it has none. */
export const withoutStop = (text: string): string | null => (text.endsWith(".") ? text.slice(0, -1) : null);
