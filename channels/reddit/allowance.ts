import { type Answered, readAllowance, readCount } from "../../src/channel/allowance.ts";
import type { Allowance } from "../../src/model/allowance.ts";

/**
 * Requests in ten minutes. How many there were is told, and how many are left, but not of how many.
 * @see https://support.reddithelp.com/hc/en-us/articles/16160319875092
 */
export function left(answered: Answered): readonly Allowance[] {
  const used = readCount(answered.headers.get("x-ratelimit-used"));
  return readAllowance("x-ratelimit", { what: "requests", each: 1 }, answered).map((one) => ({
    ...one,
    of: used === null ? one.of : used + one.left,
  }));
}
