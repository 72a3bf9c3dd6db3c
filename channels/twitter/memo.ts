import type { Json } from "../../src/model/json.ts";
import type { Media } from "../../src/model/post.ts";

/** A file that X has, of this post. */
export interface Attachment extends Media {
  readonly id: string;
  /** X drops a file that no post carries a day after it came. ISO 8601, UTC. */
  readonly until: string;
}

/** What makes a second publish the same. */
export interface Memo {
  /** When the delivery was first prepared. ISO 8601, UTC. */
  readonly at: string;
  readonly reply: { readonly root: string; readonly parent: string } | null;
  readonly media: readonly Attachment[];
}

export function writeMemo({ at, reply, media }: Memo): Json {
  return {
    at,
    reply: reply && { root: reply.root, parent: reply.parent },
    media: media.map(({ url, alt, id, until }) => ({ url, alt, id, until })),
  };
}

/** Throws where the ledger gives back something else than was put in. */
export function readMemo(json: Json): Memo {
  const { at, reply, media } = (json ?? {}) as { readonly [K in keyof Memo]?: unknown };
  if (typeof at !== "string" || !Array.isArray(media))
    throw new TypeError("That is no memo of this channel.");
  return { at, reply: isReply(reply) ? reply : null, media: media.filter(isAttachment) };
}

function isReply(json: unknown): json is NonNullable<Memo["reply"]> {
  return areTexts(json, ["root", "parent"]);
}

function isAttachment(json: unknown): json is Attachment {
  return areTexts(json, ["url", "alt", "id", "until"]);
}

function areTexts(json: unknown, names: readonly string[]): boolean {
  const values = json as Readonly<Record<string, unknown>> | null | undefined;
  return names.every((name) => typeof values?.[name] === "string");
}
