import type { State } from "../../model/delivery.ts";
import type { Words } from "../words/words.ts";

/** Why a post is as it is. What the ledger's reason says by commands, pages say by their buttons. */
export function sayReason(
  { needs, posts }: Words,
  state: State | null,
  reason: string | null,
  person: string | null,
): string | null {
  if (state === "unsure") return needs.tell.unsure;
  if (state === "handed") return needs.tell.handed(person ?? posts.somebody);
  return reason;
}
