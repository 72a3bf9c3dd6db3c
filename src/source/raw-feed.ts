/** A feed as it was written, whatever its format, with the faults of its form mended. */
export interface RawFeed {
  readonly title: string;
  /** The page that it is the feed of; absolute, or null. */
  readonly link: string | null;
  /** As written. */
  readonly language: string | null;
  readonly items: readonly RawItem[];
}

export interface RawItem {
  readonly id: string | null;
  /** Absolute. */
  readonly link: string | null;
  /** One line of plain text, or empty. */
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly published: string | null;
  readonly updated: string | null;
  /** The longest text that there is, as HTML. */
  readonly html: string;
  /** What relative addresses in `html` are relative to. */
  readonly base: string;
  /** A shorter text besides `html`, as HTML; empty where there is none. */
  readonly summary: string;
  readonly tags: readonly string[];
  readonly author: string | null;
  /** Absolute. */
  readonly image: string | null;
  /** As written, where the item itself says so. */
  readonly language: string | null;
}

/** Why a document is no feed. */
export type Fault = "no feed" | "cut off" | "too deep";

export type FeedReading =
  | { readonly kind: "feed"; readonly feed: RawFeed }
  | { readonly kind: "failed"; readonly fault: Fault };
