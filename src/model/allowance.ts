/**
 * What a network counts: posts and replies of the account, posts of all accounts of its app, requests of any kind, files, removals,
 * sign-ins, points that acts cost, hundredths of what the account or all of its app may ask for.
 */
export const countables = [
  "posts",
  "app-posts",
  "replies",
  "requests",
  "uploads",
  "removals",
  "sign-ins",
  "points",
  "share",
  "app-share",
] as const;
export type Countable = (typeof countables)[number];

/** How much more a network takes from an account, as it says itself. */
export interface Allowance {
  /** The network's own name of the limit; with `what` it tells it from the account's others. */
  readonly name: string;
  readonly what: Countable;
  /** A whole number from 0 on. */
  readonly left: number;
  /** Null: it does not say of how many. */
  readonly of: number | null;
  /** ISO 8601, UTC: when all of it is there again; null: it does not say. */
  readonly until: string | null;
  /** How much of it one post takes at least; 0: none, or nobody knows. */
  readonly each: number;
}

/** As it was said. */
export interface KnownAllowance extends Allowance {
  readonly account: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Posts that still go out under it; null where posts take nothing of it. */
export const postsUnder = ({ left, each }: Pick<Allowance, "left" | "each">): number | null =>
  each === 0 ? null : Math.floor(left / each);
