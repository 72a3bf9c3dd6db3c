import type { State } from "./delivery.ts";

/** Posts that somebody looks for; what is absent does not matter. */
export interface PostFilter {
  readonly account?: string;
  readonly campaign?: string;
  readonly state?: State;
}

/** The same in what was. */
export interface HistoryFilter extends PostFilter {
  readonly entry?: string;
  /** Letters that a post's text or title has; looked for in the newest posts that all else fits, see `reach`. */
  readonly words?: string;
  /** Posts in which words are looked for, 20,000 where nobody says how many; reading more takes longer than people wait. */
  readonly reach?: number;
  /** Due at or after; before. ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** The id of the last one of the page before. */
  readonly below?: string;
}
