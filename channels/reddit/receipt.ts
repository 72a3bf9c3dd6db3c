import { ChannelError } from "../../src/channel/failure.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { foldTitle, type Kind } from "./body.ts";
import type { Seat } from "./seat.ts";
import type { Thing } from "./thing.ts";

/** What an edit must know of a post. */
export interface About {
  /** Full name. */
  readonly name: string;
  readonly kind: Kind;
  /** Null for a comment, or where it is not known. */
  readonly title: string | null;
}

export function writeReceipt({ website }: Pick<Seat, "website">, thing: Thing): Receipt {
  const kind = kindOf(thing);
  return {
    remoteId: thing.name,
    permalink: addressOf(thing, website),
    at: new Date(thing.created_utc * 1000).toISOString(),
    data: { kind, title: thing.title ?? null },
  };
}

export function readReceipt(receipt: Receipt): About {
  const name = readName(receipt);
  if (name.startsWith("t1_")) return { name, kind: "comment", title: null };
  const { kind, title } = (receipt.data ?? {}) as { readonly kind?: unknown; readonly title?: unknown };
  return { name, kind: kind === "link" ? "link" : "self", title: typeof title === "string" ? title : null };
}

/** Title and link of a post, and all of one that is a link, stay as they are for ever. */
export function editable(receipt: Receipt, before: Post, after: Post): boolean {
  if (readReceipt(receipt).kind === "link") return false;
  return foldTitle(before.title) === foldTitle(after.title) && before.link === after.link;
}

/** A person who says where a post is gives its address: the full name is in there. */
export function readName({ remoteId }: Receipt): string {
  if (/^t[13]_\w+$/.test(remoteId)) return remoteId;
  const [, post, comment] = /\/comments\/(\w+)(?:\/[^/]*\/(\w+))?/.exec(remoteId) ?? [];
  if (post === undefined)
    throw new ChannelError({
      kind: "refused",
      reason: worded`${remoteId} is not the address of a post or a comment on Reddit.`,
    });
  return comment === undefined ? `t3_${post}` : `t1_${comment}`;
}

export function kindOf({ name, is_self: isSelf }: Thing): Kind {
  if (name.startsWith("t1_")) return "comment";
  return isSelf ? "self" : "link";
}

/** Null where the answer does not tell: that of a new comment once did not. */
function addressOf({ permalink }: Thing, website: string): string | null {
  return typeof permalink === "string" ? new URL(permalink, website).href : null;
}
