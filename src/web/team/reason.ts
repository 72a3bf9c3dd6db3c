import type { State } from "../../model/delivery.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import { showSentence } from "./sentence.ts";

/** Why a post is as it is. What the ledger's reason says by commands, pages say by their buttons. */
export function sayReason(
  words: Words,
  state: State | null,
  reason: string | null,
  person: string | null,
): Html | string | null {
  const { needs, posts } = words;
  if (state === "unsure") return needs.tell.unsure;
  if (state === "handed") return needs.tell.handed(person ?? posts.somebody);
  return reason === null ? null : showSentence(words, reason);
}
