import { Temporal } from "temporal-polyfill";

/** The calendar day of a moment in a zone: when it begins, and when the next one does. */
export function dayOf(now: Date, zone: string): readonly [from: Date, to: Date] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay();
  return [new Date(today.epochMilliseconds), new Date(today.add({ days: 1 }).epochMilliseconds)];
}

/** The calendar month of a moment in a zone: when it begins, and when the next one does. */
export function monthOf(now: Date, zone: string): readonly [from: Date, to: Date] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const first = today.with({ day: 1 }).startOfDay();
  return [new Date(first.epochMilliseconds), new Date(first.add({ months: 1 }).epochMilliseconds)];
}
