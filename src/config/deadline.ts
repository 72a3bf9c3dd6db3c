import type { Deadline } from "../model/expectation.ts";
import { readClock, readDuration } from "./times.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const longNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `monthly by 7`, `monthly by the 7th 18:00`, `weekly by Mon`, `daily by 12:00`. */
export function readDeadline(text: string): Deadline | undefined {
  const [, rhythm, rest = ""] = /^(daily|weekly|monthly) +by +(.+)$/i.exec(text.trim()) ?? [];
  const [, day = "", time] = /^(.*?) *(\d{1,2}:\d{2})?$/.exec(rest) ?? [];
  const clock = time === undefined ? null : readClock(time);
  if (rhythm === undefined || clock === undefined) return undefined;
  return readers[rhythm.toLowerCase()]?.(day.toLowerCase(), clock);
}

type Reader = (day: string, clock: Deadline["clock"]) => Deadline | undefined;

const readers: Readonly<Record<string, Reader>> = {
  daily: (day, clock) => (day === "" && clock !== null ? { every: "day", day: 0, clock } : undefined),
  weekly: (day, clock) => {
    const number = Math.max(weekdays.indexOf(day), longNames.indexOf(day)) + 1;
    return number > 0 ? { every: "week", day: number, clock } : undefined;
  },
  monthly: (day, clock) => {
    const number = Number(/^(?:the +)?(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(day)?.[1] ?? 0);
    return number >= 1 && number <= 31 ? { every: "month", day: number, clock } : undefined;
  },
};

/** A length of time above nothing, in seconds. */
export const readPatience = (text: string): number | undefined => readDuration(text) || undefined;
