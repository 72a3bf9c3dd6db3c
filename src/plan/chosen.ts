import { dayOf, dayOfDate, momentOf, type Moment, type Offsets } from "./clock.ts";

/**
 * A time that somebody writes: `2026-12-24 10:00` on the wall clock, `10:00` (the next), or in full with its zone,
 * `2026-12-24T10:00:00Z`. Undefined for what is none.
 */
export function readMoment(text: string, now: Date, offsets: Offsets): Moment | undefined {
  const [, date, hours, minutes] = /^(?:(\d{4}-\d\d-\d\d)[T ])?(\d{1,2}):(\d\d)$/.exec(text.trim()) ?? [];
  if (hours === undefined) return readFull(text.trim());
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hour > 23 || minute > 59) return undefined;
  const time = (hour * 60 + minute) * 60_000;
  if (date !== undefined) return isDate(date) ? momentOf(dayOfDate(date), time, offsets) : undefined;
  const today = dayOf(now.getTime(), offsets);
  const moment = momentOf(today, time, offsets);
  return moment > now.getTime() ? moment : momentOf(today + 1, time, offsets);
}

const isDate = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};

function readFull(text: string): Moment | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : moment;
}
