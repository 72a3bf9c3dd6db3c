import { countGraphemes } from "./graphemes.ts";
import { findLinks, mayHaveLinks } from "./links.ts";
import { weigh } from "./weight.ts";

/** How a network counts a text, and how much it takes. */
export interface Measure {
  readonly unit: Unit;
  readonly max: number;
  /** How links count; absent: as they are written. */
  readonly links?: {
    /** Every link counts as this much, in the measure's unit. */
    readonly length: number;
    /** Also those written without `https://`. */
    readonly bare: boolean;
  };
  /** `@name@server` counts as `@name`. */
  readonly mentions?: "local";
}

/**
 * graphemes: what a person calls a character (Unicode UAX 29). utf16: `string.length`. bytes: in UTF-8.
 * weighted: after NFC, Latin and its like 1, everything else 2, an emoji 2.
 */
export type Unit = "graphemes" | "utf16" | "bytes" | "weighted";

const counters: Readonly<Record<Unit, (text: string) => number>> = {
  graphemes: countGraphemes,
  utf16: (text) => text.length,
  bytes: (text) => Buffer.byteLength(text),
  weighted: weigh,
};

/** The most that one UTF-16 unit can count: an exact count is needed only where this is too much. */
const most: Readonly<Record<Unit, number>> = { graphemes: 1, utf16: 1, bytes: 3, weighted: 2 };

/** How long the network says that a text is, in the measure's unit. */
export function count(text: string, measure: Measure): number {
  const shown = measure.mentions === "local" ? text.replace(remote, "$1") : text;
  return counters[measure.unit](standInForLinks(shown, measure));
}

/** Whether the network takes a text. */
export function fits(text: string, measure: Measure): boolean {
  const { unit, max, links } = measure;
  const asWritten = links === undefined || !mayHaveLinks(text, links.bare);
  return (asWritten && text.length * most[unit] <= max) || count(text, measure) <= max;
}

/** `@name@server`, not in an address: the name alone is kept. */
const remote =
  /(?<![=/\p{L}\p{N}_])(@[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?/giu;

/** The text with every link replaced by as many letters as it counts. */
function standInForLinks(text: string, { unit, links }: Measure): string {
  if (links === undefined || !mayHaveLinks(text, links.bare)) return text;
  const shown = unit === "weighted" ? text.normalize("NFC") : text;
  const found = findLinks(shown, links);
  const ends = [0, ...found.map(({ end }) => end)];
  const between = ends.map((end, index) => shown.slice(end, found[index]?.start));
  return between.join("x".repeat(links.length));
}
