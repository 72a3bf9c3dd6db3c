import { html } from "hono/html";
import type { PostFilter } from "../../model/filter.ts";
import type { Html } from "../text.ts";
import { nameDay, nameMonth, nameSpan } from "../time.ts";
import type { Calendar } from "./calendar.ts";
import { showGrid, showList } from "./calendar-grid.ts";
import { showWays, states, views } from "./calendar-ways.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import { placesJson } from "./places.ts";
import { endAt, isDate, middleOf, spanOf, type Span } from "./span.ts";
import { saySentences } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** Posts that a day shows; the list shows all of them. */
const aDay = { month: 8, week: 20 } as const;

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
    return visit.go(wayBack(form.get("back"), id), saySentences(visit.words, written.lines), written.done);
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
  filter: PostFilter,
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
  return view === "month" ? nameMonth(middleOf({ view, first, last }), code) : nameSpan(first, last, code);
}

function filterOf(query: (name: string) => string): PostFilter {
  const state = states.find((one) => one === query("state"));
  const [account, campaign] = [query("account"), query("campaign")];
  return { ...(account && { account }), ...(campaign && { campaign }), ...(state && { state }) };
}
