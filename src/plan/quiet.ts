import type { Quiet } from "../model/slot.ts";
import {
  clockLength,
  dateOfDay,
  dayOf,
  momentOf,
  timeOf,
  weekdayOf,
  type Moment,
  type Offsets,
} from "./clock.ts";

/** Days within which a slot must be found. */
export const farthest = 366;

/**
 * The first moment from `moment` on at which something may go out: out of quiet hours when they end, out of a quiet day at the
 * same time of the next. Undefined where all of a year is quiet.
 */
export function leaveQuiet(moment: Moment, quiet: Quiet | null, offsets: Offsets): Moment | undefined {
  if (quiet === null) return moment;
  const last = dayOf(moment, offsets) + farthest;
  let now = moment;
  while (dayOf(now, offsets) <= last) {
    const next = stepOut(now, quiet, offsets);
    if (next === now) return now;
    now = next;
  }
  return undefined;
}

function stepOut(moment: Moment, quiet: Quiet, offsets: Offsets): Moment {
  const day = dayOf(moment, offsets);
  if (isQuietDay(day, quiet)) return momentOf(day + 1, timeOf(moment, offsets), offsets);
  return quiet.hours === null ? moment : leaveHours(moment, day, quiet.hours, offsets);
}

export const isQuietDay = (day: number, { weekdays, dates }: Quiet): boolean =>
  weekdays.includes(weekdayOf(day)) || dates.includes(dateOfDay(day));

function leaveHours(
  moment: Moment,
  day: number,
  hours: NonNullable<Quiet["hours"]>,
  offsets: Offsets,
): Moment {
  const time = timeOf(moment, offsets);
  const from = clockLength(hours.from);
  const to = clockLength(hours.to);
  const within = from < to ? time >= from && time < to : time >= from || time < to;
  if (!within) return moment;
  const end = momentOf(time < to ? day : day + 1, to, offsets);
  // Where clocks go back in the middle of it, the end may have come already once.
  return end > moment ? end : moment;
}
