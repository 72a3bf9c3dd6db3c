import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import type { Html } from "./text.ts";

/** A moment in the site's zone. */
export function showTime(iso: string, site: Site, name = "", code = "en"): Html {
  const words = format(site.timezone, { dateStyle: "long", timeStyle: "short" }, iso, code);
  return html`<time class="${name}" datetime="${iso}">${words}</time>`;
}

/** A day in the site's zone. */
export function showDay(iso: string, site: Site, name = "", code = "en"): Html {
  return html`<time class="${name}" datetime="${iso}"
    >${format(site.timezone, { dateStyle: "long" }, iso, code)}</time
  >`;
}

/** A day in the site's zone, as a part of a sentence. */
export function sayDay(iso: string, site: Site, code: string): string {
  return format(site.timezone, { dateStyle: "long" }, iso, code);
}

/** The hour and minute on a zone's wall clock. */
export function sayClock(iso: string, zone: string, code: string): string {
  return format(zone, { hour: "2-digit", minute: "2-digit" }, iso, code);
}

/** Where and when a page is read. */
interface Reading {
  readonly site: Site;
  readonly words: { readonly code: string };
  readonly now: Date;
}

/** A moment to the minute, for people who plan by it: near days by their names, others by weekday. The page's foot names the zone. */
export function showDue(iso: string, reading: Reading): Html {
  return html`<time datetime="${iso}">${sayDue(iso, reading)}</time>`;
}

function sayDue(iso: string, { site, words, now }: Reading): string {
  const { code } = words;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const [day, today] = [dateAt(iso, site.timezone), dateAt(now.toISOString(), site.timezone)];
  const away = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  if (Math.abs(away) <= 1) return `${nameNear(away, code)}, ${format(site.timezone, clock, iso, code)}`;
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  const style = { weekday: "short", day: "numeric", month: "short", ...year, ...clock } as const;
  return format(site.timezone, style, iso, code);
}

/** `2026-12-24`, on a zone's wall clock: as Sweden writes it. */
const dateAt = (iso: string, zone: string): string => format(zone, { dateStyle: "short" }, iso, "sv-SE");

/** Yesterday, today, tomorrow. */
const nameNear = (days: number, code: string): string => nearOf(code).format(days, "day");

/** A moment in the site's zone, as a part of a sentence. */
export function sayMoment(iso: string, site: Site, code: string): string {
  return format(site.timezone, { dateStyle: "medium", timeStyle: "short" }, iso, code);
}

/** A day of the calendar, `2026-12-24`, as people write it. */
export function nameDay(date: string, code: string): string {
  return format("UTC", { weekday: "short", day: "numeric", month: "long" }, `${date}T00:00:00Z`, code);
}

/** The month of a day of the calendar; or of a moment, in its zone. */
/** From one day to another, naming no month twice. */
export function nameSpan(first: string, last: string, code: string): string {
  const style = { day: "numeric", month: "long", year: "numeric" } as const;
  const [from, to] = [first, last].map((date) => new Date(`${date}T00:00:00Z`));
  return from && to ? formatOf("UTC", style, code).formatRange(from, to) : "";
}

export function nameMonth(date: string, code: string, zone = "UTC"): string {
  const iso = date.includes("T") ? date : `${date}T00:00:00Z`;
  return format(zone, { month: "long", year: "numeric" }, iso, code);
}

/** A day within its month, in the site's zone. */
export function showDate(iso: string, site: Site, code: string): Html {
  return html`<time datetime="${iso}"
    >${format(site.timezone, { day: "numeric", month: "short" }, iso, code)}</time
  >`;
}

function format(timeZone: string, style: Intl.DateTimeFormatOptions, iso: string, code = "en"): string {
  return formatOf(timeZone, style, code).format(new Date(iso));
}

function formatOf(timeZone: string, style: Intl.DateTimeFormatOptions, code: string): Intl.DateTimeFormat {
  const key = JSON.stringify([timeZone, style, code]);
  const known = formats.get(key) ?? openFormat(timeZone, style, code);
  formats.set(key, known);
  return known;
}

const nears = new Map<string, Intl.RelativeTimeFormat>();

function nearOf(code: string): Intl.RelativeTimeFormat {
  const known = nears.get(code) ?? new Intl.RelativeTimeFormat(code, { numeric: "auto" });
  nears.set(code, known);
  return known;
}

/** Opening one takes longer than all else on a page. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** English as the British write it: the day before the month. */
function openFormat(timeZone: string, style: Intl.DateTimeFormatOptions, code: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(code === "en" ? "en-GB" : code, { ...style, timeZone });
}
