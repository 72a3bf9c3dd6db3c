import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import { type Html, shortenText } from "../text.ts";
import { showCount, writeNumber } from "./counts.ts";
import type { Bar } from "./results.ts";
import type { Visit } from "./visit.ts";

/** Of the drawing: what it is scaled from. */
const height = 88;
const width = 44;
const gap = 12;
const foot = 4;
const head = 20;

/**
 * Bars beside each other, the last one strong; all by attributes, since the policy allows no inline style. The table below says the
 * same in words, for those who do not see it. `usual`: a line at that height.
 */
export function showBars(visit: Visit, label: string, bars: readonly Bar[], usual: number | null): Html {
  const most = Math.max(1, usual ?? 0, ...bars.map(({ value }) => value ?? 0));
  const all = bars.length * (width + gap) - gap;
  const top = (value: number): number => head + height - Math.max(2, (value / most) * height);
  const line = usual === null ? null : top(usual);
  return html`<figure class="chart">
    <svg
      viewBox="0 0 ${all} ${head + height + foot}"
      width="${all}"
      height="${head + height + foot}"
      role="img"
      aria-label="${label}"
    >
      <line class="floor" x1="0" x2="${all}" y1="${head + height}" y2="${head + height}" />
      ${line !== null && html`<line class="usual" x1="0" x2="${all}" y1="${line}" y2="${line}" />`}
      ${bars.map((bar, at) => showBar(visit, bar, at, top, at === bars.length - 1))}
    </svg>
    <figcaption>${label}</figcaption>
    ${showTable(visit, bars, usual)}
  </figure>`;
}

function showBar(
  { words }: Visit,
  { value }: Bar,
  at: number,
  top: (value: number) => number,
  isLast: boolean,
): Html {
  const x = at * (width + gap);
  const y = value === null ? head + height : top(value);
  const said = value === null ? "–" : writeNumber(value, words);
  return html`${
      value !== null &&
      html`<rect
        class="${isLast ? "bar now" : "bar"}"
        x="${x}"
        y="${y}"
        width="${width}"
        height="${head + height - y}"
        rx="3"
      />`
    }<text class="figure" x="${x + width / 2}" y="${y - 6}" text-anchor="middle">${said}</text>`;
}

function showTable({ words, site }: Visit, bars: readonly Bar[], usual: number | null): Html {
  const { results: said } = words;
  return html`<details class="note">
    <summary>${said.asTable}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${said.issue}</th>
          <th scope="col" class="number">${said.reactions}</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          ({ id, title, value }) =>
            html`<tr>
              <td>
                <a href="${findRoot(site)}/desk/entries/${id}" dir="auto">${shortenText(title, 80)}</a>
              </td>
              <td class="number">${showCount(value, words)}</td>
            </tr>`,
        )}
        ${
          usual !== null &&
          html`<tr>
            <th scope="row">${said.usual}</th>
            <td class="number">${showCount(usual, words)}</td>
          </tr>`
        }
      </tbody>
    </table>
  </details>`;
}
