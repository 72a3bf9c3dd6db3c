import { isWaiting, type Booking } from "../model/booking.ts";
import { usualGap } from "./agenda.ts";
import { collides } from "./drawers.ts";
import { leaveQuiet } from "./quiet.ts";
import { mannersOf } from "./settle.ts";
import { paceOf, type World } from "./world.ts";

/** Posts of a calendar that are nearer to another of their account than it wants; people alone bring that about. */
export function clashesIn(world: World, calendar: readonly Booking[]): ReadonlySet<Booking> {
  const manner = mannersOf(world.campaigns);
  const found = new Set<Booking>();
  for (const own of Map.groupBy(calendar, ({ account }) => account).values()) {
    const ordered = own.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
    for (const [index, one] of ordered.entries()) {
      const pace = paceOf(world, one.account);
      const end = Date.parse(one.dueAt) + (pace.gap ?? usualGap) * 1000;
      for (const other of ordered.slice(index + 1)) {
        if (Date.parse(other.dueAt) >= end) break;
        if (collides(manner(one), manner(other), pace)) found.add(one).add(other);
      }
    }
  }
  return found;
}

/** It waits for a moment at which its account is to be quiet. */
export function isInQuiet(world: World, booking: Booking): boolean {
  const { quiet, zone } = paceOf(world, booking.account);
  const at = Date.parse(booking.dueAt);
  return isWaiting(booking) && leaveQuiet(at, quiet, world.offsets(zone)) !== at;
}
