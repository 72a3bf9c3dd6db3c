import { readRetryAt } from "../../src/channel/http.ts";

/**
 * When LinkedIn answers again. It tells no time: the limits of a day end at midnight UTC, and its messages about them say DAY. Other
 * answers 429 protect its machines and pass by themselves; then the engine chooses.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits
 */
export function readReset(headers: Headers, message: string, now: Date): Date | undefined {
  const told = readRetryAt(headers, now);
  if (told || !/\bDAY\b/.test(message)) return told;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}
