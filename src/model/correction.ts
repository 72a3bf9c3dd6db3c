import type { Delivery } from "./delivery.ts";
import type { Post } from "./post.ts";

/** What can be done about a post that is live and no longer right. */
export type Remedy = "edit" | "reply" | "replace" | "remove" | "leave";

/**
 * offered: a person must say. wanted: decided, not done yet. doing: a worker has it in hand. failed: it could not be done.
 * dismissed: left as it is, or overtaken by something newer.
 */
export type CorrectionState = "offered" | "wanted" | "doing" | "done" | "failed" | "dismissed";

/** What of an entry, or of a story in it, became other after posts about it went out. */
export interface Change {
  /** words: nothing of the facts, yet the post would read otherwise. */
  readonly what: "title" | "link" | "text" | "words";
  readonly before: string;
  readonly after: string;
}

/** What is to happen, or has happened, to a post that is live: one row of the ledger. */
export interface Correction {
  readonly id: string;
  readonly delivery: string;
  readonly account: string;
  readonly part: number;
  /** Null while nobody has decided. */
  readonly remedy: Remedy | null;
  readonly state: CorrectionState;
  /** Empty where a person wrote other words, or takes back a post that nothing was offered for. */
  readonly changes: readonly Change[];
  /** The story's id as the entry has it now; null where the post is about the entry, or the story is gone. */
  readonly story: string | null;
  /** All the parts as they would be now; empty where there is nothing to say any more. */
  readonly posts: readonly Post[];
  /** The network's id of the post that it is for; null where that was not known yet when it was decided. */
  readonly remoteId: string | null;
  readonly who: string | null;
  /** Why it waits, failed or was dismissed: one sentence. */
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly decidedAt: string | null;
  readonly dueAt: string;
  /** When it was first tried; null before. */
  readonly triedAt: string | null;
  readonly tries: number;
  /** The delivery that came of it: a note in a reply, or the post anew. */
  readonly made: string | null;
}

/** The post of one delivery as it would be now; undefined where there is none. */
export const ownPost = ({ posts, part }: Pick<Correction, "posts" | "part">): Post | undefined =>
  posts[part - 1];

/** Steps of deliveries that come of a correction. No configuration can name them. */
const note = /^(.*) \(correction(?: \d+)?\)$/;
const again = /^(.*) \(again(?: \d+)?\)$/;

export const isNote = ({ step }: Pick<Delivery, "step">): boolean => note.test(step);

/** The step that the configuration knows. */
export const baseStep = (step: string): string => note.exec(step)?.[1] ?? again.exec(step)?.[1] ?? step;

/** `earlier`: how many such there are already. */
export const nameStep = (step: string, kind: "correction" | "again", earlier: number): string =>
  `${baseStep(step)} (${kind}${earlier === 0 ? "" : ` ${earlier + 1}`})`;
