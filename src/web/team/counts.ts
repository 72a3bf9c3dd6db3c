import { html } from "hono/html";
import { type Counts, type Measure, measures } from "../../model/result.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { Told } from "./results.ts";

const formats = new Map<string, Intl.NumberFormat>();

export function writeNumber(number: number, { code }: Words): string {
  const known = formats.get(code) ?? new Intl.NumberFormat(code === "en" ? "en-GB" : code);
  formats.set(code, known);
  return known.format(number);
}

/** “34 likes, 5 reposts, 2 replies”: what is told; “not told” where nothing is. */
export function writeCounts(counts: Counts, words: Words): string {
  const said = measures.flatMap((measure) => {
    const count = counts[measure];
    return count === null ? [] : [words.results.counted[measure](writeNumber(count, words))];
  });
  return said.length === 0 ? words.results.untold : said.join(", ");
}

/** In a cell of a table. */
export function showCount(count: number | null, words: Words): Html {
  return count === null
    ? html`<span class="untold">${words.results.untold}</span>`
    : html`${writeNumber(count, words)}`;
}

/** Measures that any of them tells; likes, reposts and replies always, so that one sees what is not told. */
export function measuresOf(all: readonly Counts[]): readonly Measure[] {
  return measures.filter(
    (measure) =>
      (measure !== "clicks" && measure !== "views") || all.some((counts) => counts[measure] !== null),
  );
}

/** One small line below a post. */
export function showTold(told: Told | null, words: Words): Html {
  if (told === null) return html``;
  const { results: said } = words;
  return html`<p class="told">
    ${said.soFar(writeCounts(told.counts, words))} ${told.gone > 0 && html`${said.gone(told.gone)}.`}
  </p>`;
}
