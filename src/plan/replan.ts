import { isWaiting, type Booking } from "../model/booking.ts";
import { worded } from "../model/worded.ts";
import type { Addition, Difference, Move } from "./difference.ts";
import { settlingOf, type Settling } from "./settle.ts";
import { whyNeedless } from "./success.ts";
import { sortOut, type Sorted } from "./verdicts.ts";
import { compareWishes, type Wish } from "./wish.ts";
import { wishesOf } from "./wishes.ts";
import type { World } from "./world.ts";

/**
 * What must change so that the ledger is as planned. Pure; the same world gives the same difference, and none once that is
 * applied. What has its time keeps it, unless its step asks for another, or somebody else was there first.
 */
export function replan(world: World, now: Date): Difference {
  const wishes = wishesOf(world, now);
  const known = new Map(world.bookings.map((booking) => [labelOfBooking(booking), booking]));
  const pairs = wishes.map((wish) => ({ wish, booking: known.get(labelOfWish(wish)) }));
  const wished = new Map(pairs.flatMap(({ wish, booking }) => (booking ? [[booking, wish] as const] : [])));
  const sorted = sortOut(world, wished, now);
  const settling = settlingOf(world, now);
  return { ...sorted.said, ...placeAll(world, pairs, sorted, settling, now) };
}

const labelOfBooking = ({ account, campaign, step, entry, story }: Booking): string =>
  `${account} ${campaign} ${step} ${entry} ${story ?? ""}`;

const labelOfWish = ({ account, campaign, name, entry, story }: Wish): string =>
  `${account} ${campaign.name} ${name} ${entry.id} ${story?.id ?? ""}`;

interface Pair {
  readonly wish: Wish;
  readonly booking: Booking | undefined;
}

type Placed = Pick<Difference, "add" | "move" | "revive" | "never">;

/** First those that have a place, then those that look for one, in their order. */
function placeAll(
  world: World,
  pairs: readonly Pair[],
  sorted: Sorted,
  settling: Settling,
  now: Date,
): Placed {
  const giveWay = keepPlaces(world, sorted, settling, now);
  const looking = pairs.filter(({ wish, booking }) =>
    booking === undefined
      ? isDue(world, wish, now)
      : giveWay.has(booking) || isBack(world, booking, wish, now),
  );
  const add: Addition[] = [];
  const move: Move[] = [];
  const revive: Move[] = [];
  const never: { wish: Wish; why: string }[] = [];
  for (const { wish, booking } of looking.toSorted((a, b) => compareWishes(a.wish, b.wish))) {
    const at = settling.place(wish);
    if (at === undefined)
      never.push({ wish, why: worded`No moment within a year is free: look at the account's quiet times.` });
    else if (wish.until !== null && at > wish.until)
      never.push({ wish, why: worded`Every free moment comes after it has expired.` });
    else if (booking === undefined) add.push({ wish, at });
    else if (booking.state === "cancelled")
      revive.push({ booking, wish, at, why: worded`It is asked for again.` });
    else move.push({ booking, wish, at, why: giveWay.get(booking) ?? "" });
  }
  return { add, move, revive, never };
}

/** Those that must find another place, and why; all others have taken theirs. */
function keepPlaces(
  world: World,
  { leaving, wished }: Sorted,
  settling: Settling,
  now: Date,
): ReadonlyMap<Booking, string> {
  const present = world.bookings.filter(
    (one) =>
      !leaving.has(one) &&
      one.state !== "cancelled" &&
      one.state !== "retracted" &&
      !one.campaign.startsWith("("),
  );
  const giveWay = new Map<Booking, string>();
  const staying: Booking[] = [];
  for (const booking of present) {
    const wish = wished.get(booking);
    const free = isWaiting(booking) && booking.movedBy === null && !booking.tried && wish !== undefined;
    if (free && Date.parse(booking.wantedAt) !== wish.wanted)
      giveWay.set(booking, worded`Its step asks for another time.`);
    else if (free && Date.parse(booking.dueAt) > now.getTime()) staying.push(booking);
    else settling.fix(booking);
  }
  for (const booking of staying.toSorted(byTime))
    if (!settling.stay(booking)) giveWay.set(booking, worded`Something else goes out then, or it is quiet.`);
  return giveWay;
}

function byTime(a: Booking, b: Booking): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return labelOfBooking(a) < labelOfBooking(b) ? -1 : 1;
}

/** News has all its posts; what was planned before has only those to come. */
function isDue(world: World, wish: Wish, now: Date): boolean {
  if (world.asleep.has(wish.campaign.name) || whyNeedless(world, wish) !== null) return false;
  if (wish.until !== null && wish.until < now.getTime()) return false;
  if (wish.wanted > now.getTime()) return true;
  if (wish.step.on !== undefined) return wish.step.late !== "skip";
  return wish.entry.plannedAt === null;
}

/** The plan takes back only what it took itself, and only what is still to come. */
const isBack = (world: World, booking: Booking, wish: Wish, now: Date): boolean =>
  booking.state === "cancelled" &&
  booking.dropped &&
  wish.wanted > now.getTime() &&
  whyNeedless(world, wish) === null;
