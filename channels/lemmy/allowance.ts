import { type Answered, readAllowance } from "../../src/channel/allowance.ts";
import type { Allowance } from "../../src/model/allowance.ts";

/** Each server sets its own, for posts, comments and all else apart; Lemmy 1.0 tells them, 0.19 does not. */
export const left = (answered: Answered): readonly Allowance[] =>
  readAllowance("x-ratelimit", aboutOf(answered), answered);

function aboutOf({ method, path }: Answered): Pick<Allowance, "what" | "each"> {
  if (method === "POST" && path.endsWith("/post")) return { what: "posts", each: 1 };
  if (method === "POST" && path.endsWith("/comment")) return { what: "replies", each: 0 };
  return { what: "requests", each: 1 };
}
