import { html } from "hono/html";
import type { PostFilter } from "../../model/filter.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { nameDay } from "../time.ts";
import type { Day } from "./calendar.ts";
import { showChips } from "./chip.ts";
import { middleOf, type Span } from "./span.ts";
import type { Visit } from "./visit.ts";

const looks = { month: "by-month", week: "week", list: "list" } as const;

/** Weeks as rows. On a phone each day is a row, and those without posts are left out. */
export function showGrid(
  visit: Visit,
  days: readonly Day[],
  span: Span,
  filter: PostFilter,
  today: string,
): Html {
  const { calendar: said } = visit.words;
  const month = middleOf(span).slice(0, 7);
  const bygone = new Set(bygoneOf(days, today));
  const isBare = days.every(isEmpty);
  return html`${isBare && html`<p>${said.none}</p>`}
    <div class="weekdays" aria-hidden="true">${said.weekdays.map((name) => html`<span>${name}</span>`)}</div>
    <ol class="days ${looks[span.view]} ${isBare && "bare"}">
      ${days.map((day) => {
        const away = span.view === "month" && !day.date.startsWith(month);
        const kinds = [
          away && "away",
          day.date === today && "today",
          isEmpty(day) && "empty",
          bygone.has(day) && "bygone",
        ];
        return html`<li
          class="${kinds.filter(Boolean).join(" ")}"
          data-date="${day.date}"
          data-quiet="${day.quiet.join(" ")}"
        >
          ${showDate(visit, day)}
          <ul>
            ${showChips(visit, day)}
          </ul>
          ${day.more > 0 && showMore(visit, day, filter)}
        </li>`;
      })}
    </ol>`;
}

const isEmpty = ({ chips }: Day): boolean => chips.length === 0;

/** Days of weeks that are over and in which nothing was: they need no room. */
function bygoneOf(days: readonly Day[], today: string): readonly Day[] {
  const weeks = Map.groupBy(days, (_, at) => Math.floor(at / 7)).values();
  return [...weeks].flatMap((week) => (week.every((day) => isEmpty(day) && day.date < today) ? week : []));
}

/** The way to all posts of the day. */
function showMore({ words, site }: Visit, { date, more, moreWaiting }: Day, filter: PostFilter): Html {
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

export function showList(visit: Visit, days: readonly Day[]): Html {
  if (days.length === 0) return html`<p>${visit.words.calendar.none}</p>`;
  return html`<ol class="days list">
    ${days.map(
      (day) =>
        html`<li data-date="${day.date}">
          ${showDate(visit, day)}
          <ul>
            ${showChips(visit, day)}
          </ul>
        </li>`,
    )}
  </ol>`;
}
