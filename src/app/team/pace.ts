import type { App } from "../../app.ts";
import type { Spot } from "../../ledger/rows.ts";
import { isSameThread, threadOf, type Delivery } from "../../model/delivery.ts";
import type { Pace } from "../../model/slot.ts";
import { usualGap } from "../../plan/agenda.ts";
import { dayOf, type Moment } from "../../plan/clock.ts";
import { collides } from "../../plan/drawers.ts";
import { isQuietDay, leaveQuiet } from "../../plan/quiet.ts";
import { mannersOf } from "../../plan/settle.ts";
import { offsetsOf } from "../../plan/zones.ts";
import { placesOf } from "../plan-world.ts";

/** How often each account may be heard, and when. */
export interface Paces {
  of(account: string): Pace;
  /** Milliseconds between two posts of an account. */
  gapOf(account: string): number;
  /** Accounts that are quiet all of that day (in days since 1970). */
  quietOn(day: number): readonly string[];
  /** Whether the two may not be close to each other: others of one account that followers hear, unless they belong together. */
  minds(one: Spot, other: Spot): boolean;
}

export function pacesOf(app: App): Paces {
  const { paces, pace } = placesOf(app.config);
  const of = (account: string): Pace => paces.get(account) ?? pace;
  const mannerOf = mannersOf(app.config.campaigns);
  return {
    of,
    gapOf: (account) => (of(account).gap ?? usualGap) * 1000,
    quietOn: (day) =>
      [...paces].filter(([, { quiet }]) => quiet !== null && isQuietDay(day, quiet)).map(([name]) => name),
    minds: (one, other) =>
      isHeardBeside(one, other) && collides(mannerOf(one), mannerOf(other), of(one.account)),
  };
}

/** States of posts that followers hear, or will. */
const heard: ReadonlySet<Delivery["state"]> = new Set(["draft", "scheduled", "sending", "sent"]);

/** Another post of the same account, not a part of the same. */
const isHeardBeside = (one: Spot, other: Spot): boolean =>
  other.account === one.account && heard.has(other.state) && !isSameThread(one, other);

/** Posts of its account that are closer to it than the account wants. */
export function collidesWith(one: Spot, others: readonly Spot[], paces: Paces): readonly Spot[] {
  const gap = paces.gapOf(one.account);
  const at = Date.parse(one.dueAt);
  return others.filter((other) => Math.abs(Date.parse(other.dueAt) - at) < gap && paces.minds(one, other));
}

/** Whether its account has as many posts besides, on a day of its own zone, as it wants. */
export function fullDaysOf(one: Spot, others: readonly Spot[], paces: Paces): (moment: Moment) => boolean {
  const { perDay, zone } = paces.of(one.account);
  if (perDay === null) return () => false;
  const offsets = offsetsOf(zone);
  const days = Map.groupBy(
    others.filter((other) => isHeardBeside(one, other)),
    ({ dueAt }) => dayOf(Date.parse(dueAt), offsets),
  );
  const full = new Set([...days].filter(([, posts]) => countPosts(posts) >= perDay).map(([day]) => day));
  return (moment) => full.has(dayOf(moment, offsets));
}

/** A thread is one. */
const countPosts = (posts: readonly Spot[]): number => new Set(posts.map(threadOf)).size;

export function isInQuiet(account: string, dueAt: string, paces: Paces): boolean {
  const { quiet, zone } = paces.of(account);
  const at = Date.parse(dueAt);
  return leaveQuiet(at, quiet, offsetsOf(zone)) !== at;
}
