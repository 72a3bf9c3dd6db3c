import type { Json } from "../../src/model/json.ts";

/** What makes a second publish the same. */
export interface Memo {
  /** When the delivery was first prepared. ISO 8601, UTC. */
  readonly at: string;
  /** Full names of the post that the thread began with and of what is replied to. */
  readonly reply: { readonly root: string; readonly parent: string } | null;
  /** Id of the post flair. */
  readonly flair: string | null;
}

export function writeMemo({ at, reply, flair }: Memo): Json {
  return { at, reply: reply && { root: reply.root, parent: reply.parent }, flair };
}

/** Throws where the ledger gives back something else than was put in. */
export function readMemo(json: Json): Memo {
  const { at, reply, flair } = (json ?? {}) as { readonly [K in keyof Memo]?: unknown };
  if (typeof at !== "string") throw new TypeError("That is no memo of this channel.");
  return { at, reply: isReply(reply) ? reply : null, flair: typeof flair === "string" ? flair : null };
}

function isReply(json: unknown): json is NonNullable<Memo["reply"]> {
  const reply = json as Partial<NonNullable<Memo["reply"]>> | null | undefined;
  return typeof reply?.root === "string" && typeof reply.parent === "string";
}
