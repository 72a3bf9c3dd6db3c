import type { Counts } from "../../model/result.ts";
import type { Money } from "../../model/account.ts";

/** What posts came to, as the team looks at it. */
export interface Results {
  /** The newest issues first, from below one on; of one source, if it is named. */
  overview(ask: ResultsAsk): Promise<Overview>;
  /** All posts of an entry; undefined where none is counted. */
  entry(id: string): Promise<IssueResult | undefined>;
  /** A post, thread parts together. */
  post(id: string): Promise<Told | null>;
  /** A calendar month, `2026-11`; undefined where it is none, or lies ahead. */
  month(month: string): Promise<Month | undefined>;
}

export interface ResultsAsk {
  readonly below?: string | undefined;
  readonly source?: string | undefined;
}

export interface Told {
  readonly counts: Counts;
  /** When somebody last looked, ISO 8601. */
  readonly at: string;
  /** Posts that are gone. */
  readonly gone: number;
}

export interface Overview {
  readonly issues: readonly IssueResult[];
  /** There are older ones. */
  readonly more: boolean;
  /** Sources to choose from, where there are several. */
  readonly sources: readonly string[];
  /** Months with posts, the newest first: `2026-11`. */
  readonly months: readonly string[];
  readonly uncounted: readonly Uncounted[];
}

export interface IssueResult {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly posts: number;
  readonly gone: number;
  readonly counts: Counts;
  /** Seconds from its first post to the last look; null where nobody has looked yet. */
  readonly age: number | null;
  readonly usual: Usual | null;
  readonly bars: readonly Bar[];
  readonly accounts: readonly Group[];
  readonly steps: readonly Group[];
}

/** The median of issues before, at the same age. */
export interface Usual {
  readonly counts: Counts;
  /** How many those were. */
  readonly of: number;
}

/** Likes, reposts and replies together; null where nobody tells. */
export interface Bar {
  readonly id: string;
  readonly title: string;
  readonly value: number | null;
}

export interface Group {
  readonly name: string;
  readonly channel: string;
  readonly posts: number;
  readonly counts: Counts;
  readonly usual: Usual | null;
}

/** An account whose posts are not counted. */
export interface Uncounted {
  readonly account: string;
  readonly label: string;
  readonly why: "untold" | "off" | "costs" | "by hand";
  readonly cost: Money | null;
}

export interface Month {
  /** `2026-11`. */
  readonly month: string;
  /** It is over. */
  readonly over: boolean;
  readonly posts: number;
  readonly gone: number;
  readonly counts: Counts;
  /** The month before, as it was at the same time after its beginning; null where nothing was counted then. */
  readonly before: { readonly month: string; readonly posts: number; readonly counts: Counts } | null;
  readonly accounts: readonly MonthRow[];
  readonly entries: readonly MonthRow[];
  readonly steps: readonly MonthRow[];
  /** Posts that readers did most with, the first first. */
  readonly best: readonly BestPost[];
  readonly uncounted: readonly Uncounted[];
}

export interface MonthRow {
  /** Of an entry its id; else the name. */
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly posts: number;
  readonly counts: Counts;
  readonly before: Counts | null;
}

export interface BestPost {
  readonly id: string;
  readonly account: string;
  readonly label: string;
  readonly text: string;
  readonly permalink: string | null;
  readonly counts: Counts;
}
