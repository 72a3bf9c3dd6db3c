import type { PrepareContext } from "../../src/channel/channel.ts";
import type { Json } from "../../src/model/json.ts";
import type { Receipt } from "../../src/model/post.ts";
import { isObject, listOf, textAt } from "./json.ts";

/** An image that LinkedIn has. */
export interface Upload {
  /** Where it came from. */
  readonly url: string;
  readonly urn: string;
}

/** Where a comment goes. */
export interface Place {
  /** URN of the post. */
  readonly post: string;
  /** URN of the comment that it is an answer to, which must be one on the post itself: LinkedIn nests once. */
  readonly comment: string | null;
}

/** What makes a second publish the same. */
export interface Memo {
  /** When the delivery was first prepared. ISO 8601, UTC. */
  readonly at: string;
  /** Null for a post of its own. */
  readonly reply: Place | null;
  readonly images: readonly Upload[];
}

export function writeMemo({ at, reply, images }: Memo): Json {
  return {
    at,
    reply: reply && { post: reply.post, comment: reply.comment },
    images: images.map(({ url, urn }) => ({ url, urn })),
  };
}

/** Throws where the ledger gives back something else than was put in. */
export function readMemo(json: Json): Memo {
  if (!isObject(json) || textAt(json, "at") === "") throw new TypeError("That is no memo of this channel.");
  const images = listOf(json, "images").map((one) => ({ url: textAt(one, "url"), urn: textAt(one, "urn") }));
  return { at: textAt(json, "at"), reply: readPlace(json["reply"]), images };
}

export function readPlace(json: Json | undefined): Place | null {
  if (!isObject(json) || textAt(json, "post") === "") return null;
  return { post: textAt(json, "post"), comment: textAt(json, "comment") || null };
}

/** The second part of a thread is a comment on the first; the later ones stand below it, in their order. */
export function placeReply(reply: NonNullable<PrepareContext["reply"]>): Place {
  const { root, parent } = reply;
  return { post: root.remoteId, comment: topOf(parent, root) };
}

function topOf(parent: Receipt, root: Receipt): string | null {
  if (parent.remoteId === root.remoteId) return null;
  return readPlace(parent.data)?.comment ?? parent.remoteId;
}
