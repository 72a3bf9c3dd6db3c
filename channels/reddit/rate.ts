import { readRetryAt } from "../../src/channel/http.ts";

/** Seconds in what Reddit's sentences name. */
const units: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/**
 * When the window opens again that an answer tells of: `X-Ratelimit-Reset` is in seconds from now.
 * @see https://support.reddithelp.com/hc/en-us/articles/16160319875092
 */
export function readReset(headers: Headers, now: Date): Date | undefined {
  const reset = headers.get("x-ratelimit-reset");
  if (headers.has("retry-after") || reset === null) return readRetryAt(headers, now);
  const seconds = Number(reset);
  return Number.isFinite(seconds) ? after(seconds, now) : undefined;
}

/** Until when to send nothing: the window's last request is used up. */
export function readClosed(headers: Headers, now: Date): Date | undefined {
  const remaining = headers.get("x-ratelimit-remaining");
  return remaining !== null && Number(remaining) < 1 ? readReset(headers, now) : undefined;
}

/** As in “try again in 9 minutes”, which may be nearly ten: Reddit drops what is left of a unit. */
export function readWait(sentence: string, now: Date): Date | undefined {
  const [, count, unit] = /(\d+) (second|minute|hour|day)s?\b/i.exec(sentence) ?? [];
  const seconds = units[unit?.toLowerCase() ?? ""];
  return seconds === undefined ? undefined : after((Number(count) + 1) * seconds, now);
}

/** A wait in seconds, which part of it counts as one. */
export function after(seconds: number, now: Date): Date {
  return new Date(now.getTime() + Math.ceil(seconds) * 1000);
}
