import type { Booking } from "../model/booking.ts";
import type { Step } from "../model/campaign.ts";
import { inPlace, placeIn } from "../model/simulation.ts";
import { occurrencesOf } from "./calendar.ts";
import type { Moment } from "./clock.ts";
import type { Addition, Difference, Move } from "./difference.ts";
import { replan } from "./replan.ts";
import { week } from "./wishes.ts";
import { paceOf, type World } from "./world.ts";

/** The world as it is once a difference has been applied to it. Pure: what `simulate` does instead of the ledger. */
export function apply(world: World, difference: Difference, now: Date): World {
  const { add, move, revive, cancel, hold } = difference;
  const changed = new Map<Booking, Booking>([
    ...move.map((one) => [one.booking, placed(one, now)] as const),
    ...revive.map(
      (one) => [one.booking, { ...placed(one, now), state: stateOf(one), dropped: false }] as const,
    ),
    ...cancel.map(({ booking }) => [booking, { ...booking, state: "cancelled", dropped: true }] as const),
    ...hold.map(({ booking }) => [booking, { ...booking, state: "held" }] as const),
  ]);
  const bookings = world.bookings.map((booking) => changed.get(booking) ?? booking);
  const at = now.toISOString();
  return {
    ...world,
    bookings: [...bookings, ...add.map((one) => bookingOf(one, at))],
    entries: world.entries.map((entry) => ({ ...entry, plannedAt: entry.plannedAt ?? at })),
    changed: new Set(),
    since: now,
  };
}

const iso = (moment: Moment): string => new Date(moment).toISOString();

const placed = ({ booking, wish, at }: Move, now: Date): Booking => ({
  ...booking,
  dueAt: iso(at),
  wantedAt: iso(wish.wanted),
  changedAt: now.toISOString(),
});

const stateOf = ({ wish }: Pick<Addition, "wish">): "draft" | "scheduled" =>
  wish.campaign.review === null ? "scheduled" : "draft";

function bookingOf(addition: Addition, changedAt: string): Booking {
  const { wish, at } = addition;
  const story = wish.story?.id ?? null;
  return {
    ids: [[wish.account, wish.campaign.name, wish.name, wish.entry.id, story ?? ""].join(" ")],
    entry: wish.entry.id,
    story,
    campaign: wish.campaign.name,
    step: wish.name,
    account: wish.account,
    state: stateOf(addition),
    dueAt: iso(at),
    wantedAt: iso(wish.wanted),
    movedBy: null,
    edited: false,
    dropped: false,
    tried: false,
    agreedAt: null,
    changedAt,
  };
}

/** The world at a later time, everything that was due by then having gone out; drafts as if they had been approved. */
export function passTo(world: World, now: Date): World {
  const at = now.toISOString();
  const due = ({ state, dueAt }: Booking): boolean =>
    (state === "scheduled" || state === "draft") && dueAt <= at;
  return { ...world, bookings: world.bookings.map((one) => (due(one) ? { ...one, state: "sent" } : one)) };
}

/** Days between two plans of a rehearsal: what comes by the calendar is planned a week ahead. */
const rhythm = 6 * 86_400_000;

/** What comes of a world if nothing comes but time. */
export interface Rehearsed {
  readonly world: World;
  /** What the first plan changes. */
  readonly first: Difference;
  /** What is asked for and cannot be, by any of its plans. */
  readonly never: Difference["never"];
}

/** The world as it is at a later time. Plans again only where that may change anything: each takes as long as the first. */
export function liveOn(world: World, now: Date, to: Date): Rehearsed {
  const first = replan(world, now);
  const never = [...first.never];
  let next = apply(world, first, now);
  for (let at = now; at < to;) {
    const last = at;
    at = new Date(Math.min(at.getTime() + rhythm, to.getTime()));
    if (never.length === 0 && !mayChange(world, last, at)) continue;
    next = { ...passTo(next, at), since: last };
    const difference = replan(next, at);
    never.push(...difference.never);
    next = apply(next, difference, at);
  }
  return { world: passTo(next, to), first, never };
}

/** What has its place keeps it, unless it expires before; and what comes by the calendar has none before its time is near. */
const mayChange = (world: World, from: Date, to: Date): boolean =>
  world.campaigns.some(({ steps }) =>
    steps.some(
      (step) => step.expires !== undefined || step.before !== undefined || comesRound(world, step, from, to),
    ),
  );

const day = 86_400_000;

/** Between two plans one more of its times has come near. */
function comesRound(world: World, { on, to: accounts }: Step, from: Date, to: Date): boolean {
  if (on === undefined) return false;
  const ahead = (world.ahead ?? week) * day;
  return accounts.some((account) => {
    const offsets = world.offsets(paceOf(world, account).zone);
    return occurrencesOf(on, from.getTime() + ahead, to.getTime() + ahead, offsets).length > 0;
  });
}

/** What goes out, or went out, in a span of time: in the order of the clock. `to` is not part of it. */
export function calendarOf({ bookings }: World, from: Date, to: Date): readonly Booking[] {
  const [first, last] = [from.toISOString(), to.toISOString()];
  const gone = new Set(["cancelled", "retracted"]);
  const own = bookings.filter(({ state, dueAt }) => dueAt >= first && dueAt < last && !gone.has(state));
  return inPlace(own, placeIn);
}
