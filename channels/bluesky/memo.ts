import { ChannelError } from "../../src/channel/failure.ts";
import type { Json } from "../../src/model/json.ts";
import { worded } from "../../src/model/worded.ts";

export type JsonObject = { readonly [key: string]: Json };

/** Everything that a second publish needs to be the same. */
export interface Memo {
  readonly rkey: string;
  /** The repository's revision when this was prepared: while it stays, nothing was published or deleted. */
  readonly rev: string;
  /** As it is stored; the moment it says it was made is the first `prepare`. */
  readonly record: JsonObject & { readonly createdAt: string };
}

/** Refuses what this channel did not write. */
export function readMemo(memo: Json): Memo {
  if (isMemo(memo)) return memo;
  throw new ChannelError({
    kind: "refused",
    reason: worded`What was kept for this post is not of this channel.`,
  });
}

function isMemo(memo: Json): memo is Memo & JsonObject {
  if (!isObject(memo) || typeof memo["rkey"] !== "string" || typeof memo["rev"] !== "string") return false;
  return isObject(memo["record"]) && typeof memo["record"]["createdAt"] === "string";
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
