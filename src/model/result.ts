/** What networks count of a post. */
export const measures = ["likes", "reposts", "replies", "clicks", "views"] as const;

export type Measure = (typeof measures)[number];

/** Null: nobody told. */
export type Counts = Readonly<Record<Measure, number | null>>;

export const untold: Counts = { likes: null, reposts: null, replies: null, clicks: null, views: null };

/** One look at what a post came to. Counts are those of people: not our own replies in a thread. */
export interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counts: Counts;
}

/** A post that is or was live, with all looks at it, the oldest first. */
export interface Track {
  readonly delivery: string;
  readonly entry: string;
  readonly campaign: string;
  /** With its occurrence, as the ledger has it. */
  readonly step: string;
  readonly account: string;
  readonly channel: string;
  readonly part: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** ISO 8601, UTC; null while it is live. */
  readonly goneAt: string | null;
  readonly looks: readonly Look[];
}
