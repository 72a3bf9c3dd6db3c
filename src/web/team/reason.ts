import type { State } from "../../model/delivery.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import { showSentence } from "./sentence.ts";

/** Why a post is as it is. What the ledger's reason says by commands, pages say by their buttons: who posts it by hand stands on the desk. */
export function sayReason(words: Words, state: State | null, reason: string | null): Html | string | null {
  if (state === "unsure") return words.needs.tell.unsure;
  return reason === null || state === "handed" ? null : showSentence(words, reason);
}
