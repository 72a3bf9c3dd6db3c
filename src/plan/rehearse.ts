import type { Booking } from "../model/booking.ts";
import type { Moment } from "./clock.ts";
import type { Addition, Difference, Move } from "./difference.ts";
import { replan } from "./replan.ts";
import type { World } from "./world.ts";

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

/** The world as it is at a later time, if nothing comes but time. `say` is told what is asked for and cannot be. */
export function liveOn(world: World, now: Date, to: Date, say: (never: Difference["never"]) => void): World {
  const planAt = (before: World, at: Date): World => {
    const difference = replan(before, at);
    say(difference.never);
    return apply(before, difference, at);
  };
  let next = planAt(world, now);
  for (let at = now; at < to;) {
    at = new Date(Math.min(at.getTime() + rhythm, to.getTime()));
    next = planAt(passTo(next, at), at);
  }
  return next;
}

/** What goes out, or went out, in a span of time: in the order of the clock. `to` is not part of it. */
export function calendarOf({ bookings }: World, from: Date, to: Date): readonly Booking[] {
  const [first, last] = [from.toISOString(), to.toISOString()];
  const gone = new Set(["cancelled", "retracted"]);
  return bookings
    .filter(({ state, dueAt }) => !gone.has(state) && dueAt >= first && dueAt < last)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ dueAt, account, step, story }: Booking): string => [dueAt, account, step, story].join(" ");
