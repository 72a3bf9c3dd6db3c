import type { App } from "../../app.ts";

import { threadOf, type Delivery } from "../../model/delivery.ts";
import { worded } from "../../model/worded.ts";
import { dateOfDay, dayOf, dayOfDate, momentOf, timeOf, type Offsets } from "../../plan/clock.ts";
import { offsetsOf } from "../../plan/zones.ts";
import type { Calendar, CalendarFilter, Chip, Day } from "../../web/team/calendar.ts";
import type { Written } from "../../web/team/posts.ts";
import { move } from "../moving.ts";
import { collidesWith, fullDaysOf, isInQuiet, pacesOf, type Paces } from "./pace.ts";
import { placesFor, reachOf } from "./places.ts";
import { clockText } from "./wall-clock.ts";

/** Posts that one look shows at most: a month of a busy team. */
const most = 2000;

const movable = new Set(["draft", "scheduled", "held"]);

export function calendarOf(app: App): Calendar {
  const clock = (): Offsets => offsetsOf(app.config.site.timezone);
  return {
    accounts: app.config.accounts.map(({ name }) => name),
    campaigns: app.config.campaigns.map(({ name }) => name),
    today: () => dateOfDay(dayOf(app.now().getTime(), clock())),
    days: (first, last, filter) => daysOf(app, clock(), first, last, filter),
    places: async (id, first, last) => {
      const reach = reachOf(first, last);
      return reach === null ? undefined : placesFor(app, clock(), id, reach);
    },
    move: (id, date, time, by) => moveTo(app, clock(), id, `${date} ${time}`, by.login),
    giveBack: (id, by) => moveTo(app, clock(), id, "plan", by.login),
  };
}

async function daysOf(
  app: App,
  clock: Offsets,
  first: string,
  last: string,
  filter: CalendarFilter,
): Promise<readonly Day[]> {
  const [from, to] = [dayOfDate(first), dayOfDate(last)];
  const iso = (day: number): string => new Date(momentOf(day, 0, clock)).toISOString();
  const found = await app.ledger.history.page({ ...filter, from: iso(from), to: iso(to + 1) }, most);
  const paces = pacesOf(app);
  const chips = await chipsOf(app, clock, found, paces);
  const byDay = Map.groupBy(chips, ({ dueAt }) => dayOf(Date.parse(dueAt), clock));
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    date: dateOfDay(from + at),
    quiet: paces.quietOn(from + at),
    chips: byDay.get(from + at) ?? [],
  }));
}

async function chipsOf(
  app: App,
  clock: Offsets,
  found: readonly Delivery[],
  paces: Paces,
): Promise<readonly Chip[]> {
  // A thread is one chip, that of its first part which is shown.
  const threads = new Set(found.filter(({ part }) => part === 1).map(threadOf));
  const firsts = found.filter((one) => one.part === 1 || !threads.has(threadOf(one)));
  const titles = await app.ledger.entries.titles([...new Set(firsts.map(({ entry }) => entry))]);
  const labels = new Map<string, string>();
  for (const account of new Set(firsts.map((one) => one.account)))
    labels.set(account, (await app.desk.channelOf(account))?.label ?? account);
  const ordered = firsts.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt) || a.id.localeCompare(b.id));
  const byAccount = Map.groupBy(ordered, ({ account }) => account);
  return ordered.map((one) => ({
    id: one.id,
    account: one.account,
    channel: one.channel,
    label: labels.get(one.account) ?? one.channel,
    entryTitle: titles.get(one.entry) ?? "",
    step: one.step,
    state: one.state,
    dueAt: one.dueAt,
    time: clockText(timeOf(Date.parse(one.dueAt), clock)),
    movable: movable.has(one.state),
    movedBy: one.movedBy ?? null,
    collides: movable.has(one.state) && collidesWith(one, byAccount.get(one.account) ?? [], paces).length > 0,
    inQuiet: movable.has(one.state) && isInQuiet(one.account, one.dueAt, paces),
  }));
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
  const near = {
    account: now.account,
    from: new Date(at - day).toISOString(),
    to: new Date(at + day).toISOString(),
  };
  const paces = pacesOf(app);
  const around = await app.ledger.history.page(near, most);
  const others = collidesWith(now, around, paces);
  const isFull = fullDaysOf(now, around, paces)(at);
  return [
    ...(others.length > 0 ? [worded`Another post of ${now.account} goes out at nearly the same time.`] : []),
    ...(isInQuiet(now.account, now.dueAt, paces) ? [worded`${now.account} is to be quiet then.`] : []),
    ...(isFull ? [worded`${now.account} has as many posts that day as it wants.`] : []),
  ];
}
