import { readMoment } from "../../plan/chosen.ts";
import { offsetsOf } from "../../plan/zones.ts";
import { addDays, dayOfDate, momentOf, type Offsets } from "../../plan/clock.ts";

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Why it is none. */
interface NoSpan {
  readonly wrong: "time" | "order" | "length";
  /** In a sentence. */
  readonly problem: string;
}

/** Days: what is told where nobody says until when, and at most. */
const usual = 30;
const most = 731;

/**
 * The span of time that somebody writes, on a zone's wall clock: times, or days, of which the last one is meant whole. What is left
 * out is `now`, and thirty days later. A sentence where it is none.
 */
export function readSpan(
  from: string | undefined,
  to: string | undefined,
  now: Date,
  zone: string,
): Span | NoSpan {
  const offsets = offsetsOf(zone);
  const first = from ? readBound(from, 0, now, offsets) : now.getTime();
  if (first === undefined) return noTime(from);
  const last = to ? readBound(to, 1, now, offsets) : addDays(first, usual, offsets);
  if (last === undefined) return noTime(to);
  if (last <= first) return backwards;
  if (last - first > most * 86_400_000) return tooMuch;
  return { from: new Date(first), to: new Date(last) };
}

const noTime = (text = ""): NoSpan => ({
  wrong: "time",
  problem: `“${text}” is no time: write 2026-12-24, 2026-12-24 10:00 or 10:00.`,
});

const backwards: NoSpan = {
  wrong: "order",
  problem: "It ends before it begins: give a later day to end with.",
};

const tooMuch: NoSpan = {
  wrong: "length",
  problem: "That is more than two years: simulate less at a time.",
};

function readBound(text: string, days: 0 | 1, now: Date, offsets: Offsets): number | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text.trim());
  const moment = readMoment(isDay ? `${text.trim()} 00:00` : text, now, offsets);
  return isDay && moment !== undefined ? momentOf(dayOfDate(text.trim()) + days, 0, offsets) : moment;
}
