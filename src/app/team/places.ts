import type { App } from "../../app.ts";
import { isSameThread, type Delivery } from "../../model/delivery.ts";
import type { Pace } from "../../model/slot.ts";
import {
  clockLength,
  dateOfDay,
  dayLength,
  dayOf,
  dayOfDate,
  momentOf,
  timeOf,
  type Moment,
  type Offsets,
} from "../../plan/clock.ts";
import { isQuietDay, leaveQuiet } from "../../plan/quiet.ts";
import { offsetsOf } from "../../plan/zones.ts";
import type { PlaceDay, PlaceStretch, Trouble } from "../../web/team/calendar.ts";
import { fullDaysOf, pacesOf } from "./pace.ts";
import { clockText } from "./wall-clock.ts";

const minute = 60_000;

interface Neighbour {
  readonly at: Moment;
  readonly title: string;
}

/** What a post would meet at each time. */
interface Search {
  readonly now: Moment;
  /** The site's. */
  readonly clock: Offsets;
  readonly pace: Pace;
  readonly gap: number;
  /** The earliest first. */
  readonly neighbours: readonly Neighbour[];
  readonly isFull: (moment: Moment) => boolean;
}

/** What stands against giving a post a time, over days of the site's wall clock: by the same rules as the plan. */
export async function placesFor(
  app: App,
  clock: Offsets,
  id: string,
  [from, to]: readonly [day: number, day: number],
): Promise<readonly PlaceDay[] | undefined> {
  const one = await app.ledger.deliveries.get(id);
  if (one === undefined) return undefined;
  const search = await searchOf(app, clock, one, [from, to]);
  const edges = edgesOf(search, [from, to]);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .map((day) => ({ date: dateOfDay(day), stretches: stretchesOf(search, day, edges.get(day) ?? []) }))
    .filter(({ stretches }) => stretches.length > 0);
}

async function searchOf(
  app: App,
  clock: Offsets,
  one: Delivery,
  [from, to]: readonly [day: number, day: number],
): Promise<Search> {
  const paces = pacesOf(app);
  const iso = (day: number): string => new Date(momentOf(day, 0, clock)).toISOString();
  const near = { from: iso(from - 2), to: iso(to + 3) };
  const around = await app.ledger.spots.near(one.account, near);
  const others = around.filter((other) => !isSameThread(one, other));
  const minded = others.filter((other) => other.part === 1 && paces.minds(one, other));
  const titles = await app.ledger.entries.titles([...new Set(minded.map(({ entry }) => entry))]);
  return {
    now: app.now().getTime(),
    clock,
    pace: paces.of(one.account),
    gap: paces.gapOf(one.account),
    neighbours: minded
      .map(({ dueAt, entry }) => ({ at: Date.parse(dueAt), title: titles.get(entry) ?? "" }))
      .toSorted((a, b) => a.at - b.at),
    isFull: fullDaysOf(one, others, paces),
  };
}

/** By day, the minutes at which something may begin or end. */
function edgesOf(search: Search, [from, to]: readonly [number, number]): Map<number, readonly number[]> {
  const { now, clock, pace, gap, neighbours } = search;
  const zone = offsetsOf(pace.zone);
  const { from: begin, to: end } = pace.quiet?.hours ?? {};
  const times = [0, begin && clockLength(begin), end && clockLength(end)].filter(
    (time) => time !== undefined,
  );
  const days = Array.from({ length: to - from + 5 }, (_, at) => from - 2 + at);
  const moments = [
    now,
    ...days.flatMap((day) => times.map((time) => momentOf(day, time, zone))),
    ...neighbours.flatMap(({ at }) => [at - gap, at + gap]),
  ];
  const byDay = Map.groupBy(moments, (moment) => dayOf(moment, clock));
  const minuteOf = (moment: Moment): number => Math.floor(timeOf(moment, clock) / minute);
  return new Map([...byDay].map(([day, some]) => [day, some.map(minuteOf).flatMap((at) => [at, at + 1])]));
}

/** Between two edges nothing changes but by a change of clocks, which is at a quarter of an hour. */
const quarters = Array.from({ length: 96 }, (_, at) => at * 15);

function stretchesOf(search: Search, day: number, edges: readonly number[]): readonly PlaceStretch[] {
  const near = nearDay(search, day);
  const starts = [...new Set([...quarters, ...edges.filter((at) => at < 1440)])].toSorted((a, b) => a - b);
  const found: PlaceStretch[] = [];
  for (const [at, from] of starts.entries()) {
    const to = starts[at + 1] ?? 1440;
    const troubles = troublesAt(near, momentOf(day, from * minute, search.clock));
    const last = found.at(-1);
    if (last !== undefined && JSON.stringify(last.troubles) === JSON.stringify(troubles))
      found[found.length - 1] = { ...last, to };
    else found.push({ from, to, troubles });
  }
  return found.filter(({ troubles }) => troubles.length > 0);
}

/** Of a busy account, only what can be met on a day. */
function nearDay(search: Search, day: number): Search {
  const from = momentOf(day, 0, search.clock) - search.gap;
  const to = from + 2 * dayLength + 2 * search.gap;
  return { ...search, neighbours: search.neighbours.filter(({ at }) => at >= from && at < to) };
}

function troublesAt(search: Search, moment: Moment): readonly Trouble[] {
  const { now, pace, gap, neighbours, isFull, clock } = search;
  if (moment <= now) return [{ kind: "past" }];
  const near = neighbours.find(({ at }) => Math.abs(at - moment) < gap);
  return [
    ...quietAt(pace, moment, clock),
    ...(near ? [{ kind: "near", time: clockText(timeOf(near.at, clock)), title: near.title } as const] : []),
    ...(isFull(moment) ? [{ kind: "full", most: pace.perDay ?? 0 } as const] : []),
  ];
}

function quietAt({ quiet, zone }: Pace, moment: Moment, clock: Offsets): readonly Trouble[] {
  const offsets = offsetsOf(zone);
  const end = leaveQuiet(moment, quiet, offsets);
  if (end === moment) return [];
  const isAllDay = end === undefined || (quiet !== null && isQuietDay(dayOf(moment, offsets), quiet));
  const until = isAllDay ? null : { date: dateOfDay(dayOf(end, clock)), time: clockText(timeOf(end, clock)) };
  return [{ kind: "quiet", until }];
}

/** The first and the last day of what a page shows; null where that is too much, or no days. */
export function reachOf(first: string, last: string): readonly [number, number] | null {
  const [from, to] = [dayOfDate(first), dayOfDate(last)];
  return to >= from && to - from < 70 ? [from, to] : null;
}
