import type { Measure } from "../channel/measure.ts";
import { excess, fitsAll } from "./fit.ts";
import { findCuts } from "./shorten.ts";
import { splitSentences } from "./sentences.ts";

/** How a text is cut into a thread. */
export interface Cutting {
  readonly measures: readonly Measure[];
  readonly language: string;
  /** "1/4" at each part's end, counted within its limit. */
  readonly numbered: boolean;
  /** A line for the end of one part, counted from 0; empty for none. */
  readonly ending: { readonly line: string; readonly at: number };
}

/** Parts of about the same length, each ending at a sentence where it can, each within the limits. One where the text fits. */
export function splitThread(text: string, cutting: Cutting): string[] {
  const { line, at } = cutting.ending;
  const whole = withLine(text, at === 0 ? line : "");
  if (fitsAll(whole, cutting.measures)) return [whole];
  const pieces = splitPieces(text, cutting);
  const parts = balance(pieces, cutting);
  return parts.map((part, index) => finish(part, index, parts.length, cutting));
}

const withLine = (text: string, line: string): string => (line === "" ? text : `${text}\n\n${line}`);

/** A part with the line that is kept for it, and its number. */
function finish(part: string, index: number, total: number, { numbered, ending }: Cutting): string {
  const number = numbered ? `${index + 1}/${total}` : "";
  return withLine(withLine(part.trim(), index === ending.at ? ending.line : ""), number);
}

/** Sentences with the white space after them; words of a sentence that is too long for a part. */
function splitPieces(text: string, cutting: Cutting): string[] {
  const takes = (piece: string): boolean =>
    fitsAll(finish(piece, cutting.ending.at, 99, cutting), cutting.measures);
  return splitSentences(text, cutting.language).flatMap((one) => (takes(one) ? [one] : splitWords(one)));
}

function splitWords(text: string): string[] {
  const cuts = [0, ...findCuts(text), text.length];
  return cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut));
}

/** As few parts as will do; then the pieces spread so that none is left over for a tiny last one. */
function balance(pieces: readonly string[], cutting: Cutting): string[] {
  const fewest = pack(pieces, cutting, Infinity);
  let [low, high] = [1, Math.max(...fewest.map((part) => part.length))];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pack(pieces, cutting, middle).length <= fewest.length) high = middle;
    else low = middle + 1;
  }
  return pack(pieces, cutting, high);
}

/** Fills one part after another, none longer than `target` UTF-16 units unless a single piece is. */
function pack(pieces: readonly string[], cutting: Cutting, target: number): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    const joined = (last ?? "") + piece;
    const text = finish(joined, Math.max(0, parts.length - 1), 99, cutting);
    const fits = last !== undefined && joined.trim().length <= target && excess(text, cutting.measures) === 0;
    if (fits) parts[parts.length - 1] = joined;
    else parts.push(piece);
  }
  return parts;
}
