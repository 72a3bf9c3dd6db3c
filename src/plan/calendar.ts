import type { DateText, On } from "../model/slot.ts";
import {
  clockLength,
  dateOfDay,
  dayOf,
  dayOfDate,
  momentOf,
  weekdayOf,
  type Moment,
  type Offsets,
} from "./clock.ts";

/** One time at which a step by the calendar comes round. */
export interface Occurrence {
  readonly date: DateText;
  readonly at: Moment;
}

/** The occurrences after `from`, up to `to`. */
export function occurrencesOf(on: On, from: Moment, to: Moment, offsets: Offsets): readonly Occurrence[] {
  const time = clockLength(on.clock);
  const first = dayOf(from, offsets);
  const last = dayOf(to, offsets);
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return days
    .filter((day) => falls(on, day))
    .map((day) => ({ date: dateOfDay(day), at: momentOf(day, time, offsets) }))
    .filter(({ at }) => at > from && at <= to);
}

function falls(on: On, day: number): boolean {
  if (on.kind === "once") return dayOfDate(on.date) === day;
  if (on.kind === "weekly") return weekdayOf(day) === on.weekday;
  const date = dateOfDay(day);
  const isLast = dateOfDay(day + 1).slice(0, 7) !== date.slice(0, 7);
  const number = Number(date.slice(8));
  return number === on.day || (isLast && on.day > number);
}
