import type { Expectation } from "./expectation.ts";
import type { At, Every } from "./slot.ts";

/** What is said about an entry: steps, when, to whom. */
export interface Campaign {
  readonly name: string;
  readonly source: string;
  readonly review: Review | null;
  readonly wait: { readonly live: boolean };
  /** Absent: the usual. */
  readonly expect?: Expectation;
  readonly steps: readonly Step[];
}

export interface Review {
  /** How many different people must agree. */
  readonly approvals: number;
  /** An approval older than this many seconds does not count; null for ever. */
  readonly expires: number | null;
}

export interface Step {
  readonly name: string;
  /** Accounts by name, also those that cannot be used yet: their posts are planned when they can. */
  readonly to: readonly string[];
  readonly at: At;
  /** Seconds after the entry was found (whole days count in the site's zone). */
  readonly after: number;
  readonly each: "entry" | "story";
  /** With `each: story`: headings (anywhere in a section's path) that stories are taken from; empty for all. */
  readonly sections: readonly string[];
  /** With `each: story`: the rhythm; null sends all at the step's time. */
  readonly every: Every | null;
  readonly limit: number | null;
  /** How a text that does not fit becomes several parts; null shortens it instead. */
  readonly thread: "numbered" | "plain" | null;
}
