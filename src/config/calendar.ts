import type { At, DateText, On, Quiet, Weekday } from "../model/slot.ts";
import { readClock } from "./times.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** `Mon` or `Monday`. */
export function readWeekday(text: string): Weekday | undefined {
  const word = text.trim().toLowerCase();
  const index = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/.test(word)
    ? weekdays.indexOf(word.slice(0, 3))
    : -1;
  return index === -1 ? undefined : ((index + 1) as Weekday);
}

/** `2026-12-24`, a day that the calendar has. */
function readDate(text: string): DateText | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** A weekday or a date. */
export const readQuietDay = (text: string): Weekday | DateText | undefined =>
  readWeekday(text) ?? readDate(text);

/** `22:00-07:00`. */
export function readHours(text: string): Quiet["hours"] | undefined {
  const [, begin, end] = /^(\d{1,2}:\d{2}) *[-–] *(\d{1,2}:\d{2})$/.exec(text.trim()) ?? [];
  const [from, to] = [readClock(begin), readClock(end)];
  return from && to && begin !== end ? { from, to } : undefined;
}

const working: readonly Weekday[] = [1, 2, 3, 4, 5];

/** `weekdays at 10:00`, `Mon, Thu at 10:00`; `1d before at 10:00`. */
function readDayAt(text: string): At | undefined {
  const [, left = "", time] = /^(.+?) +at +(\S+)$/.exec(text) ?? [];
  const clock = readClock(time);
  if (clock === undefined) return undefined;
  const before = /^(\d{1,3})d +before$/.exec(left);
  if (before) return { kind: "before", before: Number(before[1]), clock };
  const days = left === "weekdays" ? working : left.split(/\s*,\s*/).map(readWeekday);
  return days.every((day) => day !== undefined) ? { kind: "next", clock, days } : undefined;
}

/** `now`, `16:00` or `next 16:00`; or on some days, or before an event. */
export function readAt(text: string): At | undefined {
  if (text === "now") return { kind: "now" };
  const clock = readClock(text.replace(/^next +/, ""));
  return clock ? { kind: text.startsWith("next") ? "next" : "clock", clock } : readDayAt(text);
}

/** `monthly 1 at 10:00`, `weekly Mon at 10:00`, `2026-12-24 10:00`. */
export function readOn(text: string): On | undefined {
  const [, what = "", time] = /^(.+?) +(?:at +)?(\d{1,2}:\d{2})$/.exec(text.trim()) ?? [];
  const clock = readClock(time);
  if (clock === undefined) return undefined;
  const date = readDate(what);
  if (date !== undefined) return { kind: "once", date, clock };
  const [, rhythm, which = ""] = /^(monthly|weekly) +(\S+)$/.exec(what) ?? [];
  if (rhythm === "weekly") return weekly(readWeekday(which), clock);
  const day = /^\d{1,2}$/.test(which) ? Number(which) : 0;
  return rhythm === "monthly" && day >= 1 && day <= 31 ? { kind: "monthly", day, clock } : undefined;
}

const weekly = (weekday: Weekday | undefined, clock: On["clock"]): On | undefined =>
  weekday && { kind: "weekly", weekday, clock };
