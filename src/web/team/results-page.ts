import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { nameMonth } from "../time.ts";
import { choice } from "./field.ts";
import { showMonthPage, sendMonthFile } from "./month-page.ts";
import { open, type House } from "./open.ts";
import { showIssue } from "./result-entry.ts";
import type { Overview, ResultsAsk } from "./results.ts";
import { showUncounted } from "./uncounted.ts";
import type { Visit } from "./visit.ts";

/** `/desk/results`: what came of the posts, issue by issue; `/desk/results/2026-11`: a month's report. */
export function addResults(house: House): void {
  open(house, "GET /desk/results", async (visit) => {
    const ask = askOf(visit);
    const view = await house.results.overview(ask);
    const main = showOverview(visit, view, ask);
    return visit.page({ title: visit.words.results.title, main, here: "results", wide: true });
  });
  open(house, "GET /desk/results/:month", async (visit) => {
    const name = visit.param("month");
    const month = await house.results.month(name.replace(/\.csv$/, ""));
    return name.endsWith(".csv") ? sendMonthFile(visit, month) : showMonthPage(visit, month);
  });
}

function askOf({ c }: Visit): ResultsAsk {
  const query = (name: string): string | undefined => c.req.query(name)?.trim().slice(0, 100) || undefined;
  return { below: query("below"), source: query("source") };
}

function showOverview(visit: Visit, view: Overview, ask: ResultsAsk): Html {
  const { results: said } = visit.words;
  return html`<p>${said.text}</p>
    ${showSources(visit, view, ask)} ${showMonths(visit, view.months)}
    ${view.issues.length === 0 && html`<p>${said.none}</p>`}
    ${view.issues.map((issue, at) => showIssue(visit, issue, at === 0))}
    ${view.more && showOlder(visit, view, ask)} ${showUncounted(visit, view.uncounted)}`;
}

function showSources(visit: Visit, { sources }: Overview, { source }: ResultsAsk): Html {
  const { results: said } = visit.words;
  if (sources.length === 0) return html``;
  return html`<form class="filter" method="get" action="${findRoot(visit.site)}/desk/results">
    ${choice({ name: "source", label: said.source, any: said.any, values: sources, chosen: source })}
    <button>${said.show}</button>
  </form>`;
}

function showMonths({ words, site }: Visit, months: readonly string[]): Html {
  if (months.length === 0) return html``;
  return html`<nav class="months" aria-label="${words.results.months}">
    <span class="quiet">${words.results.months}</span>
    ${months
      .slice(0, 13)
      .map(
        (month) =>
          html`<a href="${findRoot(site)}/desk/results/${month}"
            >${nameMonth(`${month}-01`, words.code)}</a
          > `,
      )}
  </nav>`;
}

function showOlder(visit: Visit, { issues }: Overview, { source }: ResultsAsk): Html {
  const query = new URLSearchParams({
    below: issues.at(-1)?.id ?? "",
    ...(source !== undefined && { source }),
  });
  const path = `${findRoot(visit.site)}/desk/results?${query.toString()}`;
  return html`<p><a class="act" href="${path}">${visit.words.results.older}</a></p>`;
}
