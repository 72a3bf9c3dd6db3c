import type { At, Every, Weekday } from "../model/slot.ts";
import { addDays, clockLength, dayOf, momentOf, weekdayOf, type Moment, type Offsets } from "./clock.ts";

const secondsADay = 86_400;

/** When a step goes out whose entry became news at `from`: `after` seconds later (whole days keep the wall clock), at its time. */
export function slotOf(
  at: At,
  after: number,
  from: Moment,
  offsets: Offsets,
  days?: readonly Weekday[],
): Moment {
  const whole = Math.trunc(after / secondsADay);
  const start = addDays(from, whole, offsets) + (after % secondsADay) * 1000;
  const asked = at.kind === "next" ? (at.days ?? days) : days;
  if (at.kind === "now" || at.kind === "before") return asked ? nextAllowed(start, asked, offsets) : start;
  const time = clockLength(at.clock);
  // Ten o'clock on the fourth day is no matter of the hour at which the entry was found.
  if (at.kind === "clock" && whole > 0)
    return momentOf(allowedFrom(dayOf(start, offsets), asked), time, offsets);
  return clockFrom(start, time, at.kind === "next", offsets, asked);
}

/** The first such time from `start` on; without `strict`, that of `start`'s own day counts even if it is past: then it is at once. */
function clockFrom(
  start: Moment,
  time: number,
  strict: boolean,
  offsets: Offsets,
  days?: readonly Weekday[],
): Moment {
  const today = dayOf(start, offsets);
  const past = momentOf(today, time, offsets) < start;
  if (past && !strict && isAllowed(today, days)) return start;
  return momentOf(allowedFrom(past ? today + 1 : today, days), time, offsets);
}

/** The same clock on the first allowed day. */
function nextAllowed(start: Moment, days: readonly Weekday[], offsets: Offsets): Moment {
  const today = dayOf(start, offsets);
  return addDays(start, allowedFrom(today, days) - today, offsets);
}

const isAllowed = (day: number, days: readonly Weekday[] | undefined): boolean =>
  days === undefined || days.length === 0 || days.includes(weekdayOf(day));

function allowedFrom(day: number, days: readonly Weekday[] | undefined): number {
  let found = day;
  while (!isAllowed(found, days)) found += 1;
  return found;
}

/** The first moments of a rhythm, at or after `from`. */
export function rhythm(
  every: Every,
  count: number,
  from: Moment,
  offsets: Offsets,
  days?: readonly Weekday[],
): readonly Moment[] {
  const time = clockLength(every.clock);
  const today = dayOf(from, offsets);
  const past = momentOf(today, time, offsets) < from;
  let day = allowedFrom(past ? today + 1 : today, days);
  return Array.from({ length: count }, () => {
    const moment = momentOf(day, time, offsets);
    day = allowedFrom(day + every.days, days);
    return moment;
  });
}
