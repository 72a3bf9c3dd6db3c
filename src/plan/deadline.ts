import { Temporal } from "temporal-polyfill";
import type { Deadline } from "../model/expectation.ts";

type Zoned = Temporal.ZonedDateTime;

/** A time by which something should have come, and from when on what came counts for it. */
export interface Term {
  readonly from: Date;
  readonly at: Date;
}

/**
 * The newest deadline that is past. What came in the second half of the time since the deadline before counts for it: an
 * issue may be early, but one that is late is not taken for the next.
 */
export function lastTerm(deadline: Deadline, now: Date, zone: string): Term {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const steps = [1, 0, -1].map((by) => momentIn(deadline, here, by));
  const at = steps.find((one) => Temporal.ZonedDateTime.compare(one, here) <= 0) ?? here;
  const before = momentIn(deadline, at.subtract({ nanoseconds: 1 }), -1);
  const half = (at.epochMilliseconds - before.epochMilliseconds) / 2;
  return { from: new Date(at.epochMilliseconds - half), at: new Date(at.epochMilliseconds) };
}

/** The deadline in the day, week or month of a moment, or so many of them later. */
function momentIn({ every, day, clock }: Deadline, moment: Zoned, by: number): Zoned {
  const date = dayIn(every, day, moment, by);
  return clock === null
    ? date.add({ days: 1 }).startOfDay()
    : date.withPlainTime({ hour: clock.hour, minute: clock.minute });
}

function dayIn(every: Deadline["every"], day: number, moment: Zoned, by: number): Zoned {
  if (every === "day") return moment.add({ days: by });
  if (every === "week") return moment.add({ days: day - moment.dayOfWeek + 7 * by });
  return moment.with({ day: 1 }).add({ months: by }).with({ day });
}
