import type { Receipt } from "../../src/model/post.ts";
import type { Kind } from "./body.ts";
import type { Seat } from "./seat.ts";
import type { Thing } from "./thing.ts";

/** What an edit must know of a post. */
export interface About {
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

export function readReceipt({ remoteId, data }: Receipt): About {
  const { kind, title } = (data ?? {}) as { readonly kind?: unknown; readonly title?: unknown };
  if (remoteId.startsWith("t1_")) return { kind: "comment", title: null };
  return { kind: kind === "link" ? "link" : "self", title: typeof title === "string" ? title : null };
}

export function kindOf({ name, is_self: isSelf }: Thing): Kind {
  if (name.startsWith("t1_")) return "comment";
  return isSelf ? "self" : "link";
}

/** Null where the answer does not tell: that of a new comment once did not. */
function addressOf({ permalink }: Thing, website: string): string | null {
  return typeof permalink === "string" ? new URL(permalink, website).href : null;
}
