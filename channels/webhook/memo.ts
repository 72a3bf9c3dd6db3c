import type { Json } from "../../src/model/json.ts";

export interface Memo {
  /** The `webhook-id`. */
  readonly key: string;
  /** ISO 8601, UTC: when it was first armed. */
  readonly at: string;
  readonly reply: { readonly root: string; readonly parent: string } | null;
}

/** Throws TypeError where another channel wrote it. */
export function readMemo(json: Json): Memo {
  const memo = json as Partial<Memo> | null;
  if (typeof memo?.key !== "string" || typeof memo.at !== "string")
    throw new TypeError("The memo is not one that the webhook wrote.");
  return { key: memo.key, at: memo.at, reply: memo.reply ?? null };
}
