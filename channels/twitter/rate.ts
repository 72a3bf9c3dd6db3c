import { readRetryAt } from "../../src/channel/http.ts";

/** The windows that X counts in; each is told as `-limit`, `-remaining` and `-reset`, the last in epoch seconds. */
const windows = ["x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"];

/**
 * When the last of the windows that are used up opens again. @see https://docs.x.com/x-api/fundamentals/rate-limits
 * Where none is said to be used up, the usual one, else `Retry-After`.
 */
export function readReset(headers: Headers, now: Date): Date | undefined {
  const used = windows.filter((name) => headers.get(`${name}-remaining`) === "0");
  const names = used.length > 0 ? used : ["x-rate-limit"];
  const resets = names.map((name) => Number(headers.get(`${name}-reset`) ?? 0));
  const latest = Math.max(...resets.filter(Number.isFinite));
  return latest > 0 ? new Date(latest * 1000) : readRetryAt(headers, now);
}
