import { html } from "hono/html";
import type { Counts } from "../../model/result.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import { showBars } from "./chart.ts";
import { measuresOf, showCount, writeCounts, writeNumber } from "./counts.ts";
import type { Group, IssueResult, Usual } from "./results.ts";
import type { Visit } from "./visit.ts";

/** One issue: its sums, beside those before it at the same age, by channel and by step. */
export function showIssue(visit: Visit, issue: IssueResult, isOpen: boolean): Html {
  const { words, site } = visit;
  const { results: said } = words;
  const { id, title, age, usual, bars } = issue;
  const middle = usual && reactions(usual.counts);
  return html`<article class="issue">
    <h2><a class="plain" href="${findRoot(site)}/desk/entries/${id}" dir="auto">${title}</a></h2>
    ${showSums(words, issue)}
    ${
      age !== null &&
      html`<p class="quiet">
        ${usual === null ? said.alone(said.age(age)) : said.fair(said.age(age), usual.of)}
      </p>`
    }
    ${age !== null && bars.length > 1 && showBars(visit, said.chart(said.age(age)), bars, middle)}
    ${
      age !== null &&
      html`<details class="note" ${isOpen && html`open`}>
        <summary>${said.byAccount}</summary>
        ${showGroups(words, said.account, issue.accounts)}
        <h3>${said.byStep}</h3>
        ${showGroups(words, said.step, issue.steps)}
        <p class="quiet">${said.usualText}</p>
      </details>`
    }
  </article>`;
}

/** “34 likes, 5 reposts. 12 more than usual (28)”. Also on the entry's own page. */
export function showSums(words: Words, { posts, gone, counts, age, usual }: IssueResult): Html {
  const { results: said } = words;
  return html`<p class="sums">
    <b>${age === null ? said.notYet : writeCounts(counts, words)}</b>
    <span class="quiet">${said.posts(posts)}${gone > 0 && html` · ${said.gone(gone)}`}</span>
    ${age !== null && showAgainst(words, counts, usual)}
  </p>`;
}

/** By likes, reposts and replies together; in words, so that no colour has to say it. */
function showAgainst(words: Words, counts: Counts, usual: Usual | null): Html {
  const { results: said } = words;
  const own = reactions(counts);
  const middle = usual && reactions(usual.counts);
  if (own === null || middle === null) return html``;
  const median = writeNumber(middle, words);
  const apart = writeNumber(Math.abs(own - middle), words);
  const text =
    own === middle ? said.same(median) : own > middle ? said.more(apart, median) : said.fewer(apart, median);
  return html`<span class="against">${text}</span>`;
}

function reactions({ likes, reposts, replies }: Counts): number | null {
  const told = [likes, reposts, replies].filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((sum, count) => sum + count, 0);
}

function showGroups(words: Words, head: string, groups: readonly Group[]): Html {
  const { results: said } = words;
  const shown = measuresOf(groups.map(({ counts }) => counts));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${head}">
    <table>
      <thead>
        <tr>
          <th scope="col">${head}</th>
          <th scope="col" class="number">${said.postsHead}</th>
          ${shown.map((measure) => html`<th scope="col" class="number">${said.measures[measure]}</th>`)}
          <th scope="col" class="number">${said.together}</th>
          <th scope="col" class="number">${said.usual}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          ({ name, posts, counts, usual }) =>
            html`<tr>
              <th scope="row" dir="auto">${name}</th>
              <td class="number">${posts}</td>
              ${shown.map((measure) => html`<td class="number">${showCount(counts[measure], words)}</td>`)}
              <td class="number">${showCount(reactions(counts), words)}</td>
              <td class="number">
                ${usual === null ? html`<span class="untold">–</span>` : showCount(reactions(usual.counts), words)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
