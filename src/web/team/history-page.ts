import { html } from "hono/html";
import { transitions, type State } from "../../model/delivery.ts";
import type { HistoryFilter } from "../../model/filter.ts";
import { present } from "../../model/present.ts";
import { findRoot } from "../shell.ts";
import { type Html, readLink, shortenText } from "../text.ts";
import { showDue } from "../time.ts";
import { writeNumber } from "./counts.ts";
import { writeCsv } from "./csv.ts";
import type { DecisionRow, History, HistoryRow } from "./history.ts";
import { choice } from "./field.ts";
import { far, lookBack } from "./look-back.ts";
import { open, type House } from "./open.ts";
import { sayReason } from "./reason.ts";
import { sayLabel, showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** Rows on a page, and in a file. */
const many = 50;
const most = 10_000;

const states = Object.keys(transitions) as readonly State[];

/** `/desk/history`: what was, to be looked through and taken along. */
export function addHistory(house: House): void {
  const { history } = house;
  open(house, "GET /desk/history", async (visit) => {
    const asked = askOf(visit);
    const { rows, next, searched } = await lookBack(history, asked, many);
    const none =
      searched !== null && next !== undefined ? visit.words.history.noneYet : visit.words.history.none;
    const main = html`${showForm(visit, history, asked)} ${showRows(visit, rows, none)}
    ${searched !== null && showSearched(visit, searched, next)}
    ${showWays(visit, searched === null ? next : undefined)}`;
    return visit.page({ title: visit.words.history.title, main, here: "history", wide: true });
  });
  open(house, "GET /desk/history.json", async (visit) =>
    visit.c.json(await history.posts(askOf(visit), most)),
  );
  open(house, "GET /desk/history.csv", async (visit) => {
    visit.c.header("Content-Type", "text/csv; charset=utf-8");
    visit.c.header("Content-Disposition", 'attachment; filename="history.csv"');
    return visit.c.body(writeCsv(columns, await history.posts(askOf(visit), most)));
  });
  open(house, "GET /desk/decisions", async (visit) => {
    const main = showDecisions(visit, await history.decisions(200));
    return visit.page({ title: visit.words.history.decisions, main, here: "history", wide: true });
  });
}

const columns = [
  "id",
  "dueAt",
  "sentAt",
  "state",
  "account",
  "channel",
  "campaign",
  "step",
  "part",
  "entry",
  "entryTitle",
  "text",
  "permalink",
  "reason",
  "attempts",
  "approvedBy",
] as const satisfies readonly (keyof HistoryRow)[];

/** What the address asks for; what it does not name, or names wrongly, is left open. */
function askOf({ c }: Visit): HistoryFilter {
  const query = (name: string): string | undefined => c.req.query(name)?.trim() || undefined;
  const state = states.find((one) => one === query("state"));
  const day = (name: string, plus: number): string | undefined => {
    const at = Date.parse(`${query(name) ?? ""}T00:00:00Z`);
    return Number.isNaN(at) ? undefined : new Date(at + plus * 86_400_000).toISOString();
  };
  const asked = {
    account: query("account"),
    campaign: query("campaign"),
    entry: query("entry"),
    words: query("words")?.slice(0, 100),
    below: query("below"),
    state,
    from: day("from", 0),
    to: day("to", 1),
  };
  return present(asked);
}

function showForm(visit: Visit, { accounts, campaigns }: History, ask: HistoryFilter): Html {
  const { history: said, shell } = visit.words;
  const root = findRoot(visit.site);
  const isSet = Object.keys(ask).some((key) => key !== "words" && key !== "below");
  return html`<p>${said.text} <a href="${root}/desk/decisions">${said.decisions}</a></p>
    <form class="filter" method="get" action="${root}/desk/history">
      <label
        >${said.words} <input type="search" name="words" value="${ask.words ?? ""}" maxlength="100"
      /></label>
      <button>${said.show}</button>
      <details class="fold" ${isSet && html`open`}>
        <summary>${visit.words.calendar.filter}</summary>
        <div class="filter">
          ${choice({ name: "account", label: said.account, any: said.any, values: accounts, chosen: ask.account })}
          ${choice({ name: "state", label: said.state, any: said.any, values: states, chosen: ask.state, shown: shell.states })}
          ${choice({ name: "campaign", label: said.campaign, any: said.any, values: campaigns, chosen: ask.campaign })}
          <label
            >${said.from} <input type="date" name="from" value="${visit.c.req.query("from") ?? ""}"
          /></label>
          <label>${said.to} <input type="date" name="to" value="${visit.c.req.query("to") ?? ""}" /></label>
        </div>
      </details>
    </form>`;
}

function showRows(visit: Visit, rows: readonly HistoryRow[], none: string): Html {
  if (rows.length === 0) return html`<p>${none}</p>`;
  return html`<ol class="rows">
    ${rows.map((row) => showRow(visit, row))}
  </ol>`;
}

function showRow(visit: Visit, row: HistoryRow): Html {
  const { words, site } = visit;
  const { history: said, shell } = words;
  const root = findRoot(site);
  const live = readLink(row.permalink);
  const reason = sayReason(words, row.state, row.reason);
  return html`<li>
    <span class="state ${row.state}">${shell.states[row.state]}</span>
    <a href="${root}/desk/posts/${row.id}"
      ><b>${sayLabel(words, row.label)}</b> <span dir="auto">${row.account}</span>, ${row.step}</a
    >
    <span class="quiet">${showDue(row.sentAt ?? row.dueAt, visit)}</span>
    <p class="excerpt" dir="auto">${shortenText(row.text.replaceAll(/\s+/gu, " "), 160)}</p>
    <p class="quiet">
      <a href="${root}/desk/entries/${row.entry}" dir="auto">${row.entryTitle}</a>
      ${row.attempts > 0 && html`· ${said.tries(row.attempts)}`}
      ${row.approvedBy.length > 0 && html`· ${said.approved(row.approvedBy.join(", "))}`}
      ${live !== null && html`· <a href="${live}" rel="noopener noreferrer">${said.live}</a>`}
    </p>
    ${reason !== null && html`<p class="reason ${row.state}">${reason}</p>`}
  </li>`;
}

/** The same question about what is below. */
function linkBelow({ c, site }: Visit, id: string): string {
  const query = new URLSearchParams(c.req.query());
  query.set("below", id);
  return `${findRoot(site)}/desk/history?${query.toString()}`;
}

/** In how many posts the words were looked for, and the way to those before them. */
function showSearched(visit: Visit, reach: number, last: string | undefined): Html {
  const { history: said } = visit.words;
  if (last === undefined) return html`<p class="quiet">${said.searchedAll}</p>`;
  return html`<p class="line">
    <span class="quiet">${said.searched(writeNumber(reach, visit.words))}</span>
    <a class="act" href="${linkBelow(visit, last)}">${said.searchOn(writeNumber(far, visit.words))}</a>
  </p>`;
}

function showWays(visit: Visit, last: string | undefined): Html {
  const { history: said } = visit.words;
  const root = findRoot(visit.site);
  const query = new URLSearchParams(visit.c.req.query());
  query.delete("below");
  return html`<p class="line">
    ${last !== undefined && html`<a class="act" href="${linkBelow(visit, last)}">${said.older}</a>`}
    <span class="quiet"
      >${said.download} <a href="${root}/desk/history.csv?${query.toString()}">CSV</a>
      <a href="${root}/desk/history.json?${query.toString()}">JSON</a></span
    >
  </p>`;
}

function showDecisions(visit: Visit, rows: readonly DecisionRow[]): Html {
  const { words, site } = visit;
  const { history: said } = words;
  const root = findRoot(site);
  return html`<p><a href="${root}/desk/history">${said.posts}</a></p>
    <div class="scroll" tabindex="0" role="region" aria-label="${said.decisions}">
      <table>
        <thead>
          <tr>
            <th scope="col">${said.when}</th>
            <th scope="col">${said.who}</th>
            <th scope="col">${said.what}</th>
            <th scope="col">${said.about}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ at, who, action, subject, detail }) =>
              html`<tr>
                <td>${showDue(at, visit)}</td>
                <td dir="auto">${who}</td>
                <td>${said.acts[action] ?? action}</td>
                <td dir="auto">${subject} <span class="quiet">${showSentence(words, detail ?? "")}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
