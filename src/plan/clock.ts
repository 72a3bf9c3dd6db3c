import type { Clock, DateText, Weekday } from "../model/slot.ts";

/**
 * Wall clocks. A moment is in milliseconds since 1970 in UTC; a day is in days since 1970 on the zone's own calendar.
 * Where a change of clocks leaves a time out, it is taken as much later as the clocks were moved (an hour, as a rule); of
 * one that comes twice, the first counts.
 */
export type Moment = number;

/** How far a zone's wall clock is ahead of UTC at a moment, in milliseconds. */
export type Offsets = (moment: Moment) => number;

const minute = 60_000;
export const dayLength = 1440 * minute;

export const clockLength = (clock: Clock): number => (clock.hour * 60 + clock.minute) * minute;

const wallOf = (moment: Moment, offsets: Offsets): number => moment + offsets(moment);

export const dayOf = (moment: Moment, offsets: Offsets): number =>
  Math.floor(wallOf(moment, offsets) / dayLength);

/** Milliseconds since midnight on the wall clock. */
export function timeOf(moment: Moment, offsets: Offsets): number {
  const wall = wallOf(moment, offsets);
  return wall - Math.floor(wall / dayLength) * dayLength;
}

/** The moment at which the clocks of a zone show a time of a day, in milliseconds since midnight. */
export function momentOf(day: number, time: number, offsets: Offsets): Moment {
  const wall = day * dayLength + time;
  const before = offsets(wall - dayLength);
  const after = offsets(wall + dayLength);
  const first = wall - before;
  if (before === after || offsets(first) === before) return first;
  const second = wall - after;
  return offsets(second) === after ? second : first;
}

/** Whole days later, at the same time on the wall clock. */
export function addDays(moment: Moment, days: number, offsets: Offsets): Moment {
  return days === 0 ? moment : momentOf(dayOf(moment, offsets) + days, timeOf(moment, offsets), offsets);
}

export const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

export const dayOfDate = (date: DateText): number => Date.parse(`${date}T00:00:00Z`) / dayLength;

export const dateOfDay = (day: number): DateText => new Date(day * dayLength).toISOString().slice(0, 10);
