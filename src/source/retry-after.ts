const week = 7 * 24 * 3600 * 1000;

/** When a server's Retry-After (seconds, or a date) allows the next request; at most a week ahead; null where it says nothing. */
export function readRetryAfter(header: string | null, now: Date): Date | null {
  const wait = waitOf(header?.trim() ?? "", now);
  return Number.isNaN(wait) || wait <= 0 ? null : new Date(now.getTime() + Math.min(wait, week));
}

/** Milliseconds; not a number where it cannot be read. */
function waitOf(written: string, now: Date): number {
  return /^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now.getTime();
}
