import { count, fits, type Measure } from "../channel/measure.ts";
import { type Flexible, type List, type Piece, printContent, printList, printPieces } from "./marks.ts";
import { cutAt, findCuts } from "./shorten.ts";
import { tidy } from "./tidy.ts";

export interface Fitted {
  readonly text: string;
  /** By how much it is still too long, in the unit of the measure that it breaks; 0 where it fits. */
  readonly over: number;
}

/** A text that says as much as the measures allow: its flexible pieces give way, the lowest order first. */
export function fit(pieces: readonly Piece[], measures: readonly Measure[]): Fitted {
  const chosen = pieces.map((piece) => printPieces([piece]));
  for (const { piece, index } of inOrder(pieces)) {
    if (fitsAll(tidy(chosen.join("")), measures)) break;
    const choices = choicesOf(piece);
    const tries = (choice: string): boolean => fitsAll(tidy(chosen.with(index, choice).join("")), measures);
    chosen[index] = longestThat(tries, choices);
  }
  const text = tidy(chosen.join(""));
  return { text, over: excess(text, measures) };
}

export function fitsAll(text: string, measures: readonly Measure[]): boolean {
  return measures.every((measure) => fits(text, measure));
}

/** What is too much of a text, by the first measure that it breaks; 0 where it fits. */
export function excess(text: string, measures: readonly Measure[]): number {
  const broken = measures.find((measure) => !fits(text, measure));
  return broken === undefined ? 0 : count(text, broken) - broken.max;
}

/** Of one order the last in the text goes first. */
function inOrder(pieces: readonly Piece[]): { piece: Flexible; index: number }[] {
  return pieces
    .flatMap((piece, index) => (typeof piece === "string" ? [] : [{ piece, index }]))
    .toSorted((a, b) => a.piece.order - b.piece.order || b.index - a.index);
}

/** Shorter and shorter ways to say a piece, each made when asked for; nothing at all is not among them. */
interface Choices {
  readonly length: number;
  at(index: number): string;
}

/** The longest choice that passes; the empty text where none does. */
function longestThat(passes: (choice: string) => boolean, choices: Choices): string {
  let [low, high, best] = [0, choices.length - 1, ""];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const choice = choices.at(middle);
    if (passes(choice)) [best, high] = [choice, middle - 1];
    else low = middle + 1;
  }
  return best;
}

/** Fewer characters than this say nothing. */
const least = 12;

function choicesOf(piece: Flexible): Choices {
  if (piece.whole) return { length: 0, at: () => "" };
  const list = piece.content.find((one): one is List => typeof one !== "string");
  if (list !== undefined)
    return { length: list.items.length - 1, at: (index) => printWith(piece, list, index + 1) };
  const text = printContent(piece.content);
  const cuts = findCuts(text).filter((cut) => cut >= least);
  return { length: cuts.length, at: (index) => keepEdges(text, cuts.at(-1 - index) ?? 0) };
}

/** The line breaks before and after a text belong to the layout. */
function keepEdges(text: string, cut: number): string {
  const after = /\n+$/.exec(text)?.[0] ?? "";
  return cutAt(text, cut) + after;
}

/** The piece with the last items of its list left out. */
function printWith({ content }: Flexible, list: List, left: number): string {
  const shown = list.items.length - left;
  return content
    .map((one) => (typeof one === "string" ? one : printList(one, one === list ? shown : one.items.length)))
    .join("");
}
