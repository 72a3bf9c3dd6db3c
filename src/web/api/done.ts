import type { Written } from "../team/posts.ts";
import { refuse } from "./problem.ts";

/** What was done; a problem where it could not be, in the words that people read on the pages. */
export function doneOr(written: Written): Written {
  if (written.done) return written;
  const mend = written.unseen
    ? "Send `unchecked` with it; `carillon resolve` takes --unchecked."
    : "Look at it as it is now, and decide again.";
  throw refuse(409, written.lines.join(" "), mend);
}
