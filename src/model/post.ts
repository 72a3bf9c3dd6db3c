import type { Image } from "./entry.ts";
import type { Json } from "./json.ts";

/** What was composed for one account: one part of a thread, or the whole where there is but one. */
export interface Post {
  /** For channels that have titles; null elsewhere. */
  readonly title: string | null;
  /** Plain text as a follower will read it; links are written out. Channels escape it themselves. */
  readonly text: string;
  /** What the post is about; channels with link fields or cards use it. Null in later parts of a thread. */
  readonly link: string | null;
  readonly card: Card | null;
  readonly media: readonly Media[];
  /** BCP 47. */
  readonly language: string | null;
  /** Without `#`; those in the text are there as well. */
  readonly tags: readonly string[];
  /** Of several that are taken in turn, the template that it was made with: it keeps it. */
  readonly template?: string;
}

/** The link preview that a network shows. */
export interface Card {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly image: Image | null;
}

export interface Media {
  readonly url: string;
  readonly alt: string;
}

/** What the channel returned for a post that is live. */
export interface Receipt {
  /** The network's own id for the post. */
  readonly remoteId: string;
  /** Where a follower can read it; null where the network has no such address. */
  readonly permalink: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What replies, edits and removal need besides the id (a cid, say). */
  readonly data?: Json;
  /** Who said that it is there, where it was posted by hand or nobody could tell. */
  readonly confirmedBy?: string;
}
