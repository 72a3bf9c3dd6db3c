import type { Json } from "../../src/model/json.ts";
import type { Receipt } from "../../src/model/post.ts";
import { readId } from "./thing.ts";

/** `reply`: null for a post. */
export interface Memo {
  readonly reply: Reply | null;
}

/** What a comment belongs to, as the API names it. */
export interface Reply {
  readonly post_id: number;
  readonly parent_id: number | null;
}

export const toReply = (root: Receipt, parent: Receipt) => ({
  post_id: readId(root).id,
  parent_id: readId(parent).kind === "comment" ? readId(parent).id : null,
});

export function readMemo(json: Json): Memo {
  const memo = json as Partial<Memo> | null;
  if (memo?.reply === undefined) throw new TypeError("The memo is not one that this channel wrote.");
  return { reply: memo.reply };
}
