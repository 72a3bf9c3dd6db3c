import { type Answered, readAllowance } from "../../src/channel/allowance.ts";
import type { Allowance } from "../../src/model/allowance.ts";

/** As `putRecord` costs, by which posts are made. */
const pointsOfPost = 2;

/**
 * 3000 requests in five minutes, 30 sign-ins in five minutes and 300 a day, 5000 points for changes an hour and 35,000 a day. Of those
 * that an act is counted by, the scarcest is told. @see https://docs.bsky.app/docs/advanced-guides/rate-limits
 */
export const left = (answered: Answered): readonly Allowance[] =>
  readAllowance("ratelimit", aboutOf(answered), answered);

function aboutOf({ path, headers }: Answered): Pick<Allowance, "what" | "each"> {
  if (path.endsWith(".createSession")) return { what: "sign-ins", each: 0 };
  // A window of five minutes is that of all requests.
  const isChange = /\.repo\.(?:(?:create|put|delete)Record|applyWrites)$/.test(path);
  const isWide = headers.get("ratelimit-policy")?.endsWith(";w=300") ?? false;
  return isChange && !isWide ? { what: "points", each: pointsOfPost } : { what: "requests", each: 1 };
}
