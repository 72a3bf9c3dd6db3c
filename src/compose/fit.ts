import { count, fits, type Measure } from "../channel/measure.ts";
import { type Flexible, type List, type Piece, printContent, printList, printPieces } from "./marks.ts";
import { cutAt, findCuts } from "./shorten.ts";
import { tidy } from "./tidy.ts";

export interface Fitted {
  readonly text: string;
  /** By how much it is still too long, in the unit of the measure that it breaks; 0 where it fits. */
  readonly over: number;
}

/**
 * A text that says as much as the measures allow: its flexible pieces give way, the lowest order first. What gave way
 * comes back where others made room later.
 */
export function fit(pieces: readonly Piece[], measures: readonly Measure[]): Fitted {
  const chosen = pieces.map((piece) => printPieces([piece]));
  const isTooLong = (): boolean => !fitsAll(tidy(chosen.join("")), measures);
  const order = inOrder(pieces);
  const given = order.filter((one) => isTooLong() && giveWay(one, chosen, measures));
  for (const one of given.slice(0, -1).toReversed()) giveWay(one, chosen, measures);
  const text = tidy(chosen.join(""));
  return { text, over: excess(text, measures) };
}

/** Puts the longest choice for a piece that fits in its place; nothing where none does. */
function giveWay({ piece, index }: Placed, chosen: string[], measures: readonly Measure[]): true {
  const tries = (choice: string): boolean => fitsAll(tidy(chosen.with(index, choice).join("")), measures);
  chosen[index] = longestThat(tries, choicesOf(piece, reachOf(measures)));
  return true;
}

export function fitsAll(text: string, measures: readonly Measure[]): boolean {
  return measures.every((measure) => fits(text, measure));
}

/** What is too much of a text, by the first measure that it breaks; 0 where it fits. */
export function excess(text: string, measures: readonly Measure[]): number {
  const broken = measures.find((measure) => !fits(text, measure));
  return broken === undefined ? 0 : count(text, broken) - broken.max;
}

interface Placed {
  readonly piece: Flexible;
  readonly index: number;
}

/** Of one order the last in the text goes first. */
function inOrder(pieces: readonly Piece[]): Placed[] {
  return pieces
    .flatMap((piece, index) => (typeof piece === "string" ? [] : [{ piece, index }]))
    .toSorted((a, b) => a.piece.order - b.piece.order || b.index - a.index);
}

/** Shorter and shorter ways to say a piece, the whole first, each made when asked for; nothing at all is not among them. */
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

/** UTF-16 units of which a text that fits can hardly have more: nobody looks for a place to cut beyond. */
function reachOf(measures: readonly Measure[]): number {
  return (
    1_000 +
    Math.min(...measures.map(({ unit, max }) => max * (unit === "graphemes" || unit === "weighted" ? 8 : 1)))
  );
}

function choicesOf(piece: Flexible, reach: number): Choices {
  const whole = printContent(piece.content);
  if (piece.whole) return { length: 1, at: () => whole };
  const list = piece.content.find((one): one is List => typeof one !== "string");
  const shown = list?.shown ?? 1;
  const shortest = list === undefined ? whole : printFirst(piece, list, 1);
  const cuts = findCuts(shortest.slice(0, reach));
  const shorten = (index: number): string => keepEdges(shortest, cuts.at(-1 - index) ?? 0);
  const at = (index: number): string =>
    index === 0
      ? whole
      : index < shown && list
        ? printFirst(piece, list, shown - index)
        : shorten(index - shown);
  return { length: shown + cuts.length, at };
}

/** The line breaks after a text belong to the layout. */
function keepEdges(text: string, cut: number): string {
  return cutAt(text, cut) + (/\n+$/.exec(text)?.[0] ?? "");
}

/** The piece with the first items of its list alone. */
function printFirst({ content }: Flexible, list: List, shown: number): string {
  return content
    .map((one) => (typeof one === "string" ? one : printList(one, one === list ? shown : one.shown)))
    .join("");
}
