import type { Metrics } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";

export interface Thing {
  readonly id: number;
  readonly ap_id: string;
  readonly published: string;
  readonly deleted: boolean;
  readonly removed: boolean;
  readonly community_id?: number;
  readonly name?: string;
  readonly url?: string | null;
  readonly body?: string | null;
  readonly content?: string;
  /** Of a comment: `0`, the ids of those above it, its own. */
  readonly path?: string;
  readonly post_id?: number;
}

/** A comment's has its post as well. */
export interface View {
  readonly post?: Thing;
  readonly comment?: Thing;
  readonly counts?: { readonly score: number; readonly comments?: number; readonly child_count?: number };
}

export const thingOf = (view: View): Partial<Thing> => view.comment ?? view.post ?? {};

export const isLive = (view: View): boolean => !thingOf(view).deleted && !thingOf(view).removed;

/** Throws where the server does not say what it made, or where. */
export function toReceipt(view: View = {}): Receipt {
  const { id, ap_id: permalink = "", published = "" } = thingOf(view);
  if (typeof id !== "number" || !URL.canParse(permalink) || Number.isNaN(Date.parse(published)))
    throw new ChannelError({
      kind: "lost",
      reason: worded`The server's answer does not say which post it made.`,
    });
  const remoteId = `${view.comment ? "comment" : "post"}/${id}`;
  return { remoteId, permalink, at: new Date(published).toISOString() };
}

export function readId({ remoteId }: Receipt): { readonly kind: "post" | "comment"; readonly id: number } {
  const [kind, id] = remoteId.split("/");
  return { kind: kind === "comment" ? kind : "post", id: Number(id) };
}

export function count(view: View | null): Metrics | null {
  const { score = 0, comments, child_count: children = 0 } = view?.counts ?? {};
  return view && { likes: Math.max(0, score), replies: comments ?? children };
}
