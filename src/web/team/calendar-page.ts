import { html } from "hono/html";
import { transitions, type State } from "../../model/delivery.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { nameDay, nameMonth } from "../time.ts";
import type { Calendar, CalendarFilter, Day } from "./calendar.ts";
import { showChip } from "./chip.ts";
import { choice } from "./field.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import { placesJson } from "./places.ts";
import { endAt, isDate, spanOf, type Span, type View } from "./span.ts";
import { saySentences } from "./sentence.ts";
import type { Visit } from "./visit.ts";

const views = ["month", "week", "list"] as const satisfies readonly View[];
/** Posts that a day shows; the list shows all of them. */
const aDay = { month: 8, week: 20 } as const;

const states = Object.keys(transitions) as readonly State[];

/** `/desk/calendar`: what goes out when; dragging moves it, and so does a form. */
export function addCalendar(house: House): void {
  const { calendar } = house;
  open(house, "GET /desk/calendar", (visit) => showCalendar(house, visit));
  open(house, "GET /desk/posts/:id/places", async (visit) => {
    const [first = "", last = ""] = ["first", "last"].map((name) => visit.c.req.query(name));
    const isSpan = isDate(first) && isDate(last);
    const days = isSpan ? await calendar.places(visit.param("id"), first, last) : undefined;
    if (days === undefined) return visit.c.json({}, 404);
    visit.c.header("Cache-Control", "no-store");
    return visit.c.json(placesJson(days, visit.words));
  });
  open(house, "POST /desk/posts/:id/move", async (visit) => {
    const form = await visit.form();
    const id = visit.param("id");
    const written =
      form.get("plan") === ""
        ? await calendar.move(id, form.get("date"), form.get("time"), byOf(visit))
        : await calendar.giveBack(id, byOf(visit));
    return visit.go(wayBack(form.get("back"), id), saySentences(visit.words, written.lines));
  });
}

/** To the calendar as it was, or to the post. */
const wayBack = (back: string, id: string): string =>
  /^\/desk\/calendar(\?[\w=&%.+-]*)?$/u.test(back) ? back : `/desk/posts/${id}`;

async function showCalendar({ calendar }: House, visit: Visit): Promise<Response> {
  const query = (name: string): string => visit.c.req.query(name)?.trim() ?? "";
  const view = views.find((one) => one === query("view")) ?? "month";
  const asked = spanOf(view, isDate(query("day")) ? query("day") : calendar.today());
  const filter = filterOf(query);
  const { span, shown } = await showDays(calendar, visit, asked, filter);
  const { calendar: said } = visit.words;
  const main = html`${showWays(visit, calendar, span, filter)}
    <p class="quiet hint">${view === "week" ? said.hintWeek : said.hint}</p>
    ${shown}
    <p
      class="unseen"
      role="status"
      id="moved"
      data-grabbed="${said.grabbed}"
      data-over="${said.over}"
      data-left="${said.left}"
      data-free="${said.free}"
    ></p>`;
  return visit.page({ title: titleOf(visit, span), main, here: "calendar", wide: true });
}

/** With the span that there was room for. */
async function showDays(
  calendar: Calendar,
  visit: Visit,
  span: Span,
  filter: CalendarFilter,
): Promise<{ readonly span: Span; readonly shown: Html }> {
  const { view, first, last } = span;
  if (view === "list") {
    const list = await calendar.list(first, last, filter);
    return { span: endAt(span, list.last), shown: showList(visit, list.days) };
  }
  const days = await calendar.days(first, last, filter, aDay[view]);
  return { span, shown: showGrid(visit, days, span, filter, calendar.today()) };
}

function titleOf(visit: Visit, { view, first, last }: Span): string {
  const code = visit.words.code;
  if (first === last) return nameDay(first, code);
  if (view !== "month") return `${nameDay(first, code)} – ${nameDay(last, code)}`;
  // The middle of the first and last week shown is in that month.
  const middle = (Date.parse(first) + Date.parse(last)) / 2;
  return nameMonth(new Date(middle).toISOString().slice(0, 10), code);
}

function filterOf(query: (name: string) => string): CalendarFilter {
  const state = states.find((one) => one === query("state"));
  const [account, campaign] = [query("account"), query("campaign")];
  return { ...(account && { account }), ...(campaign && { campaign }), ...(state && { state }) };
}

function showWays(visit: Visit, calendar: Calendar, span: Span, filter: CalendarFilter): Html {
  const { calendar: said, shell } = visit.words;
  const path = `${findRoot(visit.site)}/desk/calendar`;
  const to = (changes: Readonly<Record<string, string>>): string =>
    `${path}?${new URLSearchParams({ view: span.view, day: middleOf(span), ...filter, ...changes }).toString()}`;
  return html`<nav class="line" aria-label="${said.view}">
      <a class="act" href="${to({ day: span.before })}" rel="prev">${said.before}</a>
      <a class="act" href="${to({ day: calendar.today() })}">${said.today}</a>
      <a class="act" href="${to({ day: span.after })}" rel="next">${said.after}</a>
      <a class="act" href="${findRoot(visit.site)}/desk/simulate">${visit.words.simulate.link}</a>
      <span class="views">
        ${views.map((view) => html`<a href="${to({ view })}" ${view === span.view && html`aria-current="true"`}>${said[view]}</a>`)}
      </span>
    </nav>
    <form class="filter" method="get" action="${path}">
      <input type="hidden" name="view" value="${span.view}" />
      <input type="hidden" name="day" value="${middleOf(span)}" />
      ${choice({ name: "account", label: said.account, any: said.any, values: calendar.accounts, chosen: filter.account })}
      ${choice({ name: "campaign", label: said.campaign, any: said.any, values: calendar.campaigns, chosen: filter.campaign })}
      ${choice({ name: "state", label: said.state, any: said.any, values: states, chosen: filter.state, shown: shell.states })}
      <button>${said.show}</button>
    </form>`;
}

/** A day that is in the month shown, too. */
const middleOf = ({ view, first, last }: Span): string =>
  view === "month" ? new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString().slice(0, 10) : first;

/** Weeks as rows. On a phone each day is a row, and those without posts are left out. */
function showGrid(
  visit: Visit,
  days: readonly Day[],
  span: Span,
  filter: CalendarFilter,
  today: string,
): Html {
  const { calendar: said } = visit.words;
  const month = middleOf(span).slice(0, 7);
  return html`<div class="weekdays" aria-hidden="true">
      ${said.weekdays.map((name) => html`<span>${name}</span>`)}
    </div>
    <ol class="days ${span.view}">
      ${days.map((day) => {
        const away = span.view === "month" && !day.date.startsWith(month);
        const kinds = [away && "away", day.date === today && "today", day.chips.length === 0 && "empty"];
        return html`<li
          class="${kinds.filter(Boolean).join(" ")}"
          data-date="${day.date}"
          data-quiet="${day.quiet.join(" ")}"
        >
          ${showDate(visit, day)}
          <ul>
            ${day.chips.map((chip) => showChip(visit, chip, day.date))}
          </ul>
          ${day.more > 0 && showMore(visit, day, filter)}
        </li>`;
      })}
    </ol>`;
}

/** The way to all posts of the day. */
function showMore({ words, site }: Visit, { date, more, moreWaiting }: Day, filter: CalendarFilter): Html {
  const { calendar: said, code } = words;
  const query = new URLSearchParams({ view: "list", day: date, ...filter });
  return html`<p class="more">
    <a href="${findRoot(site)}/desk/calendar?${query.toString()}"
      >${said.more(more)}<span class="unseen">, ${nameDay(date, code)}</span></a
    >
    ${moreWaiting > 0 && html`<span class="waiting">${said.moreWaiting(moreWaiting)}</span>`}
  </p>`;
}

function showDate(visit: Visit, { date, quiet }: Day): Html {
  const { calendar: said, code } = visit.words;
  return html`<p class="date">
    <time datetime="${date}"
      ><span class="number" aria-hidden="true">${Number(date.slice(8))}</span
      ><span class="name">${nameDay(date, code)}</span></time
    >
    ${quiet.length > 0 && html`<span class="quiet">${said.quiet(quiet.join(", "))}</span>`}
  </p>`;
}

function showList(visit: Visit, days: readonly Day[]): Html {
  if (days.length === 0) return html`<p>${visit.words.calendar.none}</p>`;
  return html`<ol class="days list">
    ${days.map(
      (day) =>
        html`<li data-date="${day.date}">
          ${showDate(visit, day)}
          <ul>
            ${day.chips.map((chip) => showChip(visit, chip, day.date))}
          </ul>
        </li>`,
    )}
  </ol>`;
}
