import type { App } from "../../app.ts";
import type { Spot } from "../../ledger/rows.ts";
import type { Stretch } from "../../ledger/spots.ts";
import { needsPerson } from "../../model/delivery.ts";
import type { PostFilter } from "../../model/filter.ts";
import { dateOfDay, dayOfDate, momentOf, timeOf, type Offsets } from "../../plan/clock.ts";
import type { Chip, Day, List } from "../../web/team/calendar.ts";
import { collidesWith, isInQuiet, pacesOf, type Paces } from "./pace.ts";
import { clockText } from "./wall-clock.ts";

/** Posts of a day that are shown at most, whoever asks. */
const most = 500;
/** Posts in a list after which no day begins. */
const enough = 100;

const movable: ReadonlySet<Spot["state"]> = new Set(["draft", "scheduled", "held"]);

/** A look at some days of the site's wall clock. */
export interface DaysAsk {
  readonly clock: Offsets;
  /** Both included. */
  readonly first: string;
  readonly last: string;
  readonly filter: PostFilter;
}

/** A day with some of its posts. */
interface FoundDay extends Pick<Day, "more" | "moreWaiting"> {
  readonly day: number;
  readonly spots: readonly Spot[];
}

/** Of each day some posts. */
export async function daysOf(app: App, ask: DaysAsk, aDay = most): Promise<readonly Day[]> {
  const days: FoundDay[] = [];
  for (let day = dayOfDate(ask.first); day <= dayOfDate(ask.last); day++)
    days.push(await find(app, ask, day, aDay));
  return view(app, ask, days);
}

/** Whole days until there are enough posts; those without any are left out. */
export async function listOf(app: App, ask: DaysAsk): Promise<List> {
  const days: FoundDay[] = [];
  let many = 0;
  let day = dayOfDate(ask.first);
  for (; day <= dayOfDate(ask.last); day++) {
    const found = await find(app, ask, day, most);
    many += found.spots.length;
    if (days.length > 0 && many > enough) break;
    if (found.spots.length > 0) days.push(found);
  }
  return { days: await view(app, ask, days), last: dateOfDay(day - 1) };
}

async function find(
  app: App,
  { clock, first, last, filter }: DaysAsk,
  day: number,
  aDay: number,
): Promise<FoundDay> {
  const { spots } = app.ledger;
  const time = stretchOf(day, day, clock);
  const all = stretchOf(dayOfDate(first), dayOfDate(last), clock);
  const found = await spots.due(filter, time, all, aDay + 1);
  if (found.length <= aDay) return { day, spots: found, more: 0, moreWaiting: 0 };
  const shown = found.slice(0, aDay);
  const { many, waiting } = await spots.count(filter, time, all);
  const seen = shown.filter(({ state }) => needsPerson.includes(state)).length;
  return { day, spots: shown, more: many - aDay, moreWaiting: waiting - seen };
}

function stretchOf(first: number, last: number, clock: Offsets): Stretch {
  return { from: iso(momentOf(first, 0, clock)), to: iso(momentOf(last + 1, 0, clock)) };
}

async function view(app: App, { clock }: DaysAsk, days: readonly FoundDay[]): Promise<readonly Day[]> {
  const paces = pacesOf(app);
  const all = days.flatMap(({ spots }) => spots);
  const titles = await app.ledger.entries.titles([...new Set(all.map(({ entry }) => entry))]);
  const labels = new Map<string, string>();
  for (const account of new Set(all.map((one) => one.account)))
    labels.set(account, (await app.desk.channelOf(account))?.label ?? account);
  const names = { clock, titles, labels };
  return Promise.all(
    days.map(async ({ day, spots, ...rest }) => {
      const clashes = await clashesOf(app, spots, paces);
      const chips = spots.map((one) => chipOf(one, names, clashes.has(one.id), paces));
      return { date: dateOfDay(day), quiet: paces.quietOn(day), chips, ...rest };
    }),
  );
}

/** Posts of a day that are closer to another of their account than it wants. */
async function clashesOf(app: App, spots: readonly Spot[], paces: Paces): Promise<ReadonlySet<string>> {
  const groups = Map.groupBy(
    spots.filter(({ state }) => movable.has(state)),
    ({ account }) => account,
  );
  const clashes = new Set<string>();
  for (const [account, some] of groups) {
    const others = await app.ledger.spots.near(account, around(some, paces.gapOf(account)));
    for (const one of some) if (collidesWith(one, others, paces).length > 0) clashes.add(one.id);
  }
  return clashes;
}

const iso = (time: number): string => new Date(time).toISOString();

function around(spots: readonly Spot[], gap: number): Stretch {
  const times = spots.map(({ dueAt }) => Date.parse(dueAt));
  return { from: iso(Math.min(...times) - gap), to: iso(Math.max(...times) + gap + 1) };
}

interface Names {
  readonly clock: Offsets;
  readonly titles: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
}

function chipOf(one: Spot, { clock, titles, labels }: Names, collides: boolean, paces: Paces): Chip {
  const { id, account, channel, step, state, dueAt, movedBy = null } = one;
  const canMove = movable.has(state);
  return {
    id,
    account,
    channel,
    label: labels.get(account) ?? channel,
    entry: one.entry,
    entryTitle: titles.get(one.entry) ?? "",
    step,
    state,
    dueAt,
    time: clockText(timeOf(Date.parse(dueAt), clock)),
    movable: canMove,
    movedBy,
    collides,
    inQuiet: canMove && isInQuiet(account, dueAt, paces),
  };
}
