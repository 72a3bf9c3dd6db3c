import type { App } from "../../app.ts";
import { isSameThread, type Delivery } from "../../model/delivery.ts";
import type { Pace } from "../../model/slot.ts";
import { usualGap } from "../../plan/agenda.ts";
import { isQuietDay, leaveQuiet } from "../../plan/quiet.ts";
import { offsetsOf } from "../../plan/zones.ts";
import { placesOf } from "../plan-world.ts";

/** How often each account may be heard, and when. */
export interface Paces {
  of(account: string): Pace;
  /** Accounts that are quiet all of that day (in days since 1970). */
  quietOn(day: number): readonly string[];
}

export function pacesOf(app: App): Paces {
  const { paces, pace } = placesOf(app.config);
  const of = (account: string): Pace => paces.get(account) ?? pace;
  return {
    of,
    quietOn: (day) =>
      [...paces].filter(([, { quiet }]) => quiet !== null && isQuietDay(day, quiet)).map(([name]) => name),
  };
}

/** States of posts that followers hear, or will. */
const heard: ReadonlySet<Delivery["state"]> = new Set(["draft", "scheduled", "sending", "sent"]);

/** Posts of its account that are closer to it than the account wants. */
export function collidesWith(one: Delivery, others: readonly Delivery[], paces: Paces): readonly Delivery[] {
  const gap = (paces.of(one.account).gap ?? usualGap) * 1000;
  return others.filter(
    (other) =>
      other.id !== one.id &&
      other.account === one.account &&
      heard.has(other.state) &&
      !isSameThread(one, other) &&
      Math.abs(Date.parse(other.dueAt) - Date.parse(one.dueAt)) < gap,
  );
}

export function isInQuiet(account: string, dueAt: string, paces: Paces): boolean {
  const { quiet, zone } = paces.of(account);
  const at = Date.parse(dueAt);
  return leaveQuiet(at, quiet, offsetsOf(zone)) !== at;
}
