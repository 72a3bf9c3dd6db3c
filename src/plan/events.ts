import type { DateText } from "../model/slot.ts";
import { joints, monthWords, weekdayWords } from "./event-words.ts";
import { zoneNamed } from "./event-zone.ts";

/** When something that a story tells of begins. */
export interface EventDate {
  readonly date: DateText;
  /** IANA name or a fixed offset; null where the story does not say. */
  readonly zone: string | null;
}

/**
 * The first day that a text names, of a range its first: “April 7th, 16:00 UTC”, “2020-04-07”, “vom 12. bis 14. Juli 2024”,
 * “du 21 au 22 septembre”. Where no year stands, it is the first such day from two months before `told` on; null where no day is named
 * (“every second Wednesday”).
 */
export function eventDateOf(text: string, told: DateText): EventDate | null {
  const [, year, month, day] = /\b(20\d\d)-(\d\d)-(\d\d)\b/.exec(text) ?? [];
  const date = year === undefined ? wordedDate(text, told) : valid(Number(year), Number(month), Number(day));
  return date === null ? null : { date, zone: zoneNamed(text) };
}

type Token =
  | { readonly kind: "day" | "month" | "year"; readonly value: number }
  | { readonly kind: "joint" | "other" };

function wordedDate(text: string, told: DateText): DateText | null {
  const tokens = tokensOf(text);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "month") continue;
    const date = dateAround(tokens, index, token.value, told);
    if (date !== null) return date;
  }
  return null;
}

function dateAround(tokens: readonly Token[], index: number, month: number, told: DateText): DateText | null {
  const before = run(tokens.slice(0, index).toReversed()).toReversed();
  const after = run(tokens.slice(index + 1));
  const day = valueOf(before, "day") ?? valueOf(after, "day");
  if (day === undefined) return null;
  const year = valueOf(after, "year") ?? valueOf(before, "year");
  return year === undefined ? nextSuch(month, day, told) : valid(year, month, day);
}

/** What belongs to the same date: up to the first other word, or another month. */
function run(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ kind }) => kind === "other" || kind === "month");
  return end === -1 ? tokens : tokens.slice(0, end);
}

function valueOf(tokens: readonly Token[], kind: "day" | "year"): number | undefined {
  const found = tokens.find((token) => token.kind === kind);
  return found && "value" in found ? found.value : undefined;
}

function tokensOf(text: string): readonly Token[] {
  const words =
    withoutOffset(text)
      .toLowerCase()
      .match(/\d+(?::\d\d)?(?:\p{L}|ᵉ|ʳ|ᵈ|º|ª|°)*|\p{L}[\p{L}’']*|[^\s\p{L}\d]/gu) ?? [];
  return words.map(tokenOf);
}

/** The 2 of “UTC+2” is no day. */
const withoutOffset = (text: string): string =>
  text.replace(/\b(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d\d)?/g, "UTC");

function tokenOf(word: string): Token {
  const month = monthWords().get(word);
  if (month !== undefined) return { kind: "month", value: month };
  const [, digits = ""] = /^(\d{1,4})(?:st|nd|rd|th|er|e|o|[ᵉʳᵈºª°])*$/u.exec(word) ?? [];
  if (/^20\d\d$/.test(digits)) return { kind: "year", value: Number(digits) };
  if (digits !== "" && Number(digits) >= 1 && Number(digits) <= 31)
    return { kind: "day", value: Number(digits) };
  const joins = joints.has(word) || weekdayWords().has(word) || /^[,.\-–—/&]$/.test(word);
  return { kind: joins ? "joint" : "other" };
}

/** Newsletters also tell of what was: a day that has just been is not one of next year. */
const lookBack = 62 * 86_400_000;

function nextSuch(month: number, day: number, told: DateText): DateText | null {
  const year = Number(told.slice(0, 4));
  const earliest = new Date(Date.parse(told) - lookBack).toISOString().slice(0, 10);
  const years = [year - 1, year, year + 1].map((one) => valid(one, month, day));
  return years.find((date) => date !== null && date >= earliest) ?? null;
}

function valid(year: number, month: number, day: number): DateText | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}
