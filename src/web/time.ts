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

/** A moment to the minute, with weekday and zone: for people who plan by it. */
export function showDue(iso: string, site: Site, code = "en"): Html {
  const style = {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const words = format(site.timezone, { ...style, timeZoneName: "short" }, iso, code);
  return html`<time datetime="${iso}">${words}</time>`;
}

/** A moment in the site's zone, as a part of a sentence. */
export function sayMoment(iso: string, site: Site, code: string): string {
  return format(site.timezone, { dateStyle: "medium", timeStyle: "short" }, iso, code);
}

/** A day of the calendar, `2026-12-24`, as people write it. */
export function nameDay(date: string, code: string): string {
  return format("UTC", { weekday: "short", day: "numeric", month: "long" }, `${date}T00:00:00Z`, code);
}

export function nameMonth(date: string, code: string): string {
  return format("UTC", { month: "long", year: "numeric" }, `${date}T00:00:00Z`, code);
}

function format(timeZone: string, style: Intl.DateTimeFormatOptions, iso: string, code = "en"): string {
  const key = JSON.stringify([timeZone, style, code]);
  const known = formats.get(key) ?? openFormat(timeZone, style, code);
  formats.set(key, known);
  return known.format(new Date(iso));
}

/** Opening one takes longer than all else on a page. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** English as the British write it: the day before the month. */
function openFormat(timeZone: string, style: Intl.DateTimeFormatOptions, code: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(code === "en" ? "en-GB" : code, { ...style, timeZone });
}
