import type { App } from "../../app.ts";
import { worded } from "../../model/worded.ts";
import { dateOfDay, dayOf, dayOfDate, momentOf, type Offsets } from "../../plan/clock.ts";
import { offsetsOf } from "../../plan/zones.ts";
import type { Calendar } from "../../web/team/calendar.ts";
import type { Written } from "../../web/team/posts.ts";
import { move } from "../moving.ts";
import { daysOf, listOf } from "./calendar-days.ts";
import { collidesWith, fullDaysOf, isInQuiet, pacesOf } from "./pace.ts";
import { placesFor, reachOf } from "./places.ts";

export function calendarOf(app: App): Calendar {
  const clock = (): Offsets => offsetsOf(app.config.site.timezone);
  return {
    accounts: app.config.accounts.map(({ name }) => name),
    campaigns: app.config.campaigns.map(({ name }) => name),
    today: () => dateOfDay(dayOf(app.now().getTime(), clock())),
    days: (first, last, filter, aDay) => daysOf(app, { clock: clock(), first, last, filter }, aDay),
    list: (first, last, filter) => listOf(app, { clock: clock(), first, last, filter }),
    places: async (id, first, last) => {
      const reach = reachOf(first, last);
      return reach === null ? undefined : placesFor(app, clock(), id, reach);
    },
    move: (id, date, time, by) => moveTo(app, clock(), id, `${date} ${time}`, by.login),
    giveBack: (id, by) => moveTo(app, clock(), id, "plan", by.login),
  };
}

/** People win: what stands in the way is said, and nothing is refused. */
async function moveTo(app: App, clock: Offsets, id: string, when: string, who: string): Promise<Written> {
  const delivery = await app.ledger.deliveries.get(id);
  if (delivery === undefined) return { done: false, lines: [worded`This post is not there any more.`] };
  const [date = "", time = ""] = when.split(" ");
  const text = when === "plan" ? when : isoOf(date, time, clock);
  if (text === null) return { done: false, lines: [worded`“${when}” is no time.`] };
  const { done, text: said } = await move(text)(app, delivery, who);
  return { done, lines: done ? [said, ...(await warningsOf(app, id))] : [said] };
}

/** Null where there is no such time; one that a change of clocks leaves out is an hour later. */
function isoOf(date: string, time: string, clock: Offsets): string | null {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const day = dayOfDate(date);
  if (Number.isNaN(day) || dateOfDay(day) !== date) return null;
  const length = (Number(hour) * 60 + Number(minute)) * 60_000;
  return new Date(momentOf(day, length, clock)).toISOString();
}

async function warningsOf(app: App, id: string): Promise<readonly string[]> {
  const now = await app.ledger.deliveries.get(id);
  if (now === undefined) return [];
  const day = 86_400_000;
  const at = Date.parse(now.dueAt);
  const near = { from: new Date(at - day).toISOString(), to: new Date(at + day).toISOString() };
  const paces = pacesOf(app);
  const around = await app.ledger.spots.near(now.account, near);
  const others = collidesWith(now, around, paces);
  const isFull = fullDaysOf(now, around, paces)(at);
  return [
    ...(others.length > 0 ? [worded`Another post of ${now.account} goes out at nearly the same time.`] : []),
    ...(isInQuiet(now.account, now.dueAt, paces) ? [worded`${now.account} is to be quiet then.`] : []),
    ...(isFull ? [worded`${now.account} has as many posts that day as it wants.`] : []),
  ];
}
