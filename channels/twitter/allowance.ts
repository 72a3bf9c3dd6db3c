import { type Answered, readAllowance } from "../../src/channel/allowance.ts";
import type { Allowance } from "../../src/model/allowance.ts";

/**
 * Each kind of request has windows of its own: those of posts, files and removals are what an account may run out of.
 * @see https://docs.x.com/x-api/fundamentals/rate-limits
 */
export function left(answered: Answered): readonly Allowance[] {
  const { method, path } = answered;
  if (method === "DELETE") return readAllowance("x-rate-limit", { what: "removals", each: 0 }, answered);
  if (method !== "POST") return [];
  if (path.endsWith("/2/media/upload/initialize"))
    return readAllowance("x-rate-limit", { what: "uploads", each: 0 }, answered);
  if (!path.endsWith("/2/tweets")) return [];
  return [
    ...readAllowance("x-rate-limit", { what: "posts", each: 1 }, answered),
    ...readAllowance("x-user-limit-24hour", { what: "posts", each: 1 }, answered),
    ...readAllowance("x-app-limit-24hour", { what: "app-posts", each: 1 }, answered),
  ];
}
