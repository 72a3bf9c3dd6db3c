import type { State } from "../../model/delivery.ts";
import type { HistoryFilter } from "../../model/filter.ts";

/** What was, as the team looks back on it. */
export interface History {
  /** A page of it, the latest first. */
  posts(filter: HistoryFilter, limit: number): Promise<readonly HistoryRow[]>;
  /** The last post in which words were looked for; undefined where they were looked for in all. */
  lastSearched(filter: HistoryFilter): Promise<string | undefined>;
  /** What people decided, the latest first. */
  decisions(limit: number): Promise<readonly DecisionRow[]>;
  /** By name: for the filter's lists. */
  readonly accounts: readonly string[];
  readonly campaigns: readonly string[];
}

export interface HistoryRow {
  readonly id: string;
  readonly entry: string;
  readonly entryTitle: string;
  readonly campaign: string;
  readonly step: string;
  readonly part: number;
  readonly account: string;
  readonly channel: string;
  readonly label: string;
  readonly state: State;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
  readonly sentAt: string | null;
  readonly text: string;
  readonly permalink: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly approvedBy: readonly string[];
}

export interface DecisionRow {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
}
