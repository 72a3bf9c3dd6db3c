import { type Answered, readAllowance } from "../../src/channel/allowance.ts";
import type { Allowance } from "../../src/model/allowance.ts";

/**
 * 300 posts and edits in three hours, 30 files and 30 removals in half an hour, 300 requests in five minutes; of those that an act is
 * counted by, the scarcest is told. Other servers count requests alone. @see https://docs.joinmastodon.org/api/rate-limits/
 */
export const left = (answered: Answered): readonly Allowance[] =>
  readAllowance("x-ratelimit", aboutOf(answered), answered);

function aboutOf({ method, path }: Answered): Pick<Allowance, "what" | "each"> {
  if (method === "POST" && path.endsWith("/media")) return { what: "uploads", each: 0 };
  if (!path.startsWith("/api/v1/statuses") || method === "GET") return { what: "requests", each: 1 };
  return method === "DELETE" ? { what: "removals", each: 0 } : { what: "posts", each: 1 };
}
