import { html } from "hono/html";
import { transitions, type State } from "../../model/delivery.ts";
import type { PostFilter } from "../../model/filter.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Calendar } from "./calendar.ts";
import { choice } from "./field.ts";
import { middleOf, type Span, type View } from "./span.ts";
import type { Visit } from "./visit.ts";

export const views = ["month", "week", "list"] as const satisfies readonly View[];
export const states = Object.keys(transitions) as readonly State[];

/** To other days and other views, and what to choose among the posts. */
export function showWays(visit: Visit, calendar: Calendar, span: Span, filter: PostFilter): Html {
  const { calendar: said } = visit.words;
  const path = `${findRoot(visit.site)}/desk/calendar`;
  const to = (changes: Readonly<Record<string, string>>): string =>
    `${path}?${new URLSearchParams({ view: span.view, day: middleOf(span), ...filter, ...changes }).toString()}`;
  return html`<nav class="line days-ways" aria-label="${said.view}">
      <a class="act" href="${to({ day: span.before })}" rel="prev"
        ><span aria-hidden="true">‹</span><span class="word">${said.before}</span></a
      >
      <a class="act" href="${to({ day: calendar.today() })}">${said.today}</a>
      <a class="act" href="${to({ day: span.after })}" rel="next"
        ><span class="word">${said.after}</span><span aria-hidden="true">›</span></a
      >
      <span class="views">
        ${views.map((view) => html`<a href="${to({ view })}" ${view === span.view && html`aria-current="true"`}>${said[view]}</a>`)}
      </span>
    </nav>
    <div class="line choices">
      ${showFilter(visit, calendar, span, filter)}
      <a class="aside" href="${findRoot(visit.site)}/desk/simulate">${visit.words.simulate.link}</a>
    </div>`;
}

/** Folded until something is chosen: most want to see all. */
function showFilter(visit: Visit, calendar: Calendar, span: Span, filter: PostFilter): Html {
  const { calendar: said, shell } = visit.words;
  const isSet = Object.keys(filter).length > 0;
  const path = `${findRoot(visit.site)}/desk/calendar`;
  const all = new URLSearchParams({ view: span.view, day: middleOf(span) });
  return html`<details class="fold" ${isSet && html`open`}>
    <summary>${said.filter}</summary>
    <form class="filter" method="get" action="${path}">
      <input type="hidden" name="view" value="${span.view}" />
      <input type="hidden" name="day" value="${middleOf(span)}" />
      ${choice({ name: "account", label: said.account, any: said.any, values: calendar.accounts, chosen: filter.account })}
      ${choice({ name: "campaign", label: said.campaign, any: said.any, values: calendar.campaigns, chosen: filter.campaign })}
      ${choice({ name: "state", label: said.state, any: said.any, values: states, chosen: filter.state, shown: shell.states })}
      <button>${said.show}</button>
      ${isSet && html`<a class="aside" href="${path}?${all.toString()}">${said.showAll}</a>`}
    </form>
  </details>`;
}
