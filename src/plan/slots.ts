import { Temporal } from "temporal-polyfill";
import type { At, Clock, Every } from "../model/slot.ts";

/**
 * Wall-clock times become moments in the site's zone. A time that a change of clocks leaves out is taken an hour later, one
 * that comes twice the first time (Temporal's "compatible").
 */
type Zoned = Temporal.ZonedDateTime;

const inZone = (now: Date, zone: string): Zoned =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);

const toDate = (moment: Zoned): Date => new Date(moment.epochMilliseconds);

const atClock = (day: Zoned, { hour, minute }: Clock): Zoned => day.withPlainTime({ hour, minute });

const secondsADay = 86_400;

/** `after` seconds later; whole days keep the wall clock. */
function shift(moment: Zoned, after: number): Zoned {
  const days = Math.trunc(after / secondsADay);
  return moment.add({ days }).add({ seconds: after % secondsADay });
}

/** When a step goes out whose entry became news at `from`. */
export function slotOf(at: At, after: number, from: Date, zone: string): Date {
  // Nothing here is a matter of the zone, and the first zoned time of a process takes it long.
  if (at.kind === "now" && after < secondsADay) return new Date(from.getTime() + after * 1000);
  const start = shift(inZone(from, zone), after);
  if (at.kind === "now") return toDate(start);
  const today = atClock(start, at.clock);
  const past = Temporal.ZonedDateTime.compare(today, start) < 0;
  if (!past) return toDate(today);
  return toDate(at.kind === "clock" ? start : atClock(start.add({ days: 1 }), at.clock));
}

/** The moments of a rhythm, the first at or after `from`. */
export function rhythm(every: Every, count: number, from: Date, zone: string): readonly Date[] {
  const start = inZone(from, zone);
  const today = atClock(start, every.clock);
  const first =
    Temporal.ZonedDateTime.compare(today, start) < 0 ? atClock(start.add({ days: 1 }), every.clock) : today;
  return Array.from({ length: count }, (_, index) =>
    toDate(atClock(first.add({ days: index * every.days }), every.clock)),
  );
}
