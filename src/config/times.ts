import { createRequire } from "node:module";
import type * as cron from "node-cron";
import { lazy } from "../model/lazy.ts";
import type { Clock, Every } from "../model/slot.ts";

const seconds: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `16:00`; undefined for a time that does not exist. */
export function readClock(text: string | undefined): Clock | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text ?? "") ?? [];
  const clock = { hour: Number(hour), minute: Number(minute) };
  return clock.hour < 24 && clock.minute < 60 ? clock : undefined;
}

/** `1d at 10:00`. */
export function readEvery(text: string): Every | undefined {
  const [, days, time] = /^([1-9]\d{0,2})d +at +(\S+)$/.exec(text) ?? [];
  const clock = readClock(time);
  return clock && { days: Number(days), clock };
}

/** `30m`, `12h`, `4d` or `1w`, in seconds. */
export function readDuration(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  return unit === undefined ? undefined : Number(count) * (seconds[unit] ?? 0);
}

const day = 86_400;

/** `90d`, `26w` or `2y`, a year being 365 days, in seconds; undefined for less than 30 days. */
export function readRetention(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4})([dwy])$/.exec(text) ?? [];
  const length = Number(count) * (unit === "y" ? 365 * day : (seconds[unit ?? ""] ?? 0));
  return length >= 30 * day ? length : undefined;
}

/** Loaded where somebody writes an expression: most leave the default. */
const loadCron = lazy(() => createRequire(import.meta.url)("node-cron") as typeof cron);

/** A cron expression of five fields, or six with seconds. */
export function readCron(text: string): string | undefined {
  return loadCron().validate(text) ? text : undefined;
}

/** An IANA zone that this system knows. */
export function readZone(text: string): string | undefined {
  const known = Intl.supportedValuesOf("timeZone").includes(text);
  // The list has no zone's other names, and a format, which knows them, takes ten times as long to make.
  return known || attempt(() => new Intl.DateTimeFormat("en", { timeZone: text })) ? text : undefined;
}

/** A BCP 47 tag, in its canonical spelling. */
export function readLanguage(text: string): string | undefined {
  return attempt(() => Intl.getCanonicalLocales(text)[0]);
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
