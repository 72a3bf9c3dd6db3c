import { html } from "hono/html";
import { measures } from "../../model/result.ts";
import { findRoot } from "../shell.ts";
import { type Html, readLink, shortenText } from "../text.ts";
import { nameMonth } from "../time.ts";
import type { Words } from "../words/words.ts";
import { measuresOf, showCount, writeCounts } from "./counts.ts";
import { writeCsv } from "./csv.ts";
import { showMessage } from "./message.ts";
import type { BestPost, Month, MonthRow } from "./results.ts";
import { showUncounted } from "./uncounted.ts";
import { sayLabel } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** A month on a page that can be printed. */
export function showMonthPage(visit: Visit, month: Month | undefined): Response | Promise<Response> {
  const { shell, results: said, code } = visit.words;
  if (month === undefined) return showMessage(visit, shell.missing, shell.missingText, 404);
  const title = said.month(nameMonth(`${month.month}-01`, code));
  return visit.page({ title, main: showMonth(visit, month), here: "results", wide: true });
}

const columns = ["month", "by", "name", "channel", "posts", ...measures] as const;

/** All rows of the report, of every kind. */
function monthRows(month: Month) {
  const rowOf = (by: string, { name, channel, posts, counts }: Omit<MonthRow, "id" | "before">) => ({
    month: month.month,
    by,
    name,
    channel,
    posts,
    ...counts,
  });
  return [
    rowOf("all", { name: "", channel: "", posts: month.posts, counts: month.counts }),
    ...month.accounts.map((row) => rowOf("account", row)),
    ...month.steps.map((row) => rowOf("step", { ...row, channel: "" })),
    ...month.entries.map((row) => rowOf("entry", { ...row, channel: "" })),
  ];
}

export const writeMonth = (month: Month): string => writeCsv(columns, monthRows(month));

export function sendMonthFile(visit: Visit, month: Month | undefined): Response | Promise<Response> {
  const { shell } = visit.words;
  if (month === undefined) return showMessage(visit, shell.missing, shell.missingText, 404);
  visit.c.header("Content-Type", "text/csv; charset=utf-8");
  visit.c.header("Content-Disposition", `attachment; filename="results-${month.month}.csv"`);
  return visit.c.body(writeMonth(month));
}

function showMonth(visit: Visit, month: Month): Html {
  const { words, site } = visit;
  const { results: said } = words;
  if (month.posts === 0) return html`<p>${said.monthNone}</p>`;
  const before = month.before && nameMonth(`${month.before.month}-01`, words.code);
  return html`<div class="report">
    <p class="lead">
      ${said.monthText(said.posts(month.posts))} ${month.gone > 0 && html`${said.gone(month.gone)}.`}
      ${!month.over && html`${said.monthSoFar}`}
    </p>
    <p class="sums"><b>${writeCounts(month.counts, words)}</b></p>
    ${month.before && html`<p>${said.before(before ?? "")}: ${writeCounts(month.before.counts, words)}.</p>`}
    ${showBest(visit, month.best)} ${showRows(words, said.byAccount, said.account, month.accounts)}
    ${showRows(words, said.byEntry, said.issue, month.entries)}
    ${showRows(words, said.byStep, said.step, month.steps)}
    ${before !== null && html`<p class="quiet">${said.beforeText(before)}</p>`}
    ${showUncounted(visit, month.uncounted)}
    <p class="line screen">
      <a class="act" href="${findRoot(site)}/desk/results/${month.month}.csv">${said.csv}</a>
      <span class="quiet">${said.print}</span>
    </p>
  </div>`;
}

function showBest({ words, site }: Visit, best: readonly BestPost[]): Html {
  const { results: said } = words;
  if (best.length === 0) return html``;
  return html`<h2>${said.best}</h2>
    <ol class="rows">
      ${best.map(({ id, label, account, text, permalink, counts }) => {
        const live = readLink(permalink);
        return html`<li>
          <a href="${findRoot(site)}/desk/posts/${id}"
            ><b>${sayLabel(words, label)}</b> <span dir="auto">${account}</span></a
          >
          <span>${writeCounts(counts, words)}</span>
          <p class="excerpt" dir="auto">${shortenText(text.replaceAll(/\s+/gu, " "), 200)}</p>
          ${live !== null && html`<p class="screen"><a href="${live}" rel="noopener noreferrer">${said.live}</a></p>`}
        </li>`;
      })}
    </ol>`;
}

function showRows(words: Words, title: string, head: string, rows: readonly MonthRow[]): Html {
  const { results: said } = words;
  const shown = measuresOf(rows.map(({ counts }) => counts));
  return html`<h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">${head}</th>
            <th scope="col" class="number">${said.postsHead}</th>
            ${shown.map((measure) => html`<th scope="col" class="number">${said.measures[measure]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, posts, counts }) =>
              html`<tr>
                <th scope="row" dir="auto">${shortenText(name, 90)}</th>
                <td class="number">${posts}</td>
                ${shown.map((measure) => html`<td class="number">${showCount(counts[measure], words)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
