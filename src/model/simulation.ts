import type { Money } from "./account.ts";

/** What would go out in a span of time, had nothing but time passed. Times are ISO 8601 in UTC. */
export interface Simulation {
  readonly from: string;
  readonly to: string;
  /** When it was made: what was known then is in it. */
  readonly madeAt: string;
  /** The zone that its days are told in. */
  readonly zone: string;
  /** In the order of the clock. */
  readonly posts: readonly SimulatedPost[];
  /** What campaigns ask for and cannot have, in sentences. */
  readonly never: readonly string[];
}

/**
 * collision: nearer to another post of its account than that account wants. quiet: while its account is to be quiet. too long: it
 * does not fit. approval: somebody must agree first. held, failed, unsure: a person must look. by hand: a person posts it. sent: it
 * is out already.
 */
export type Flag =
  | "collision"
  | "quiet"
  | "too long"
  | "approval"
  | "held"
  | "failed"
  | "unsure"
  | "by hand"
  | "sent";

export interface SimulatedPost {
  readonly dueAt: string;
  readonly account: string;
  readonly channel: string;
  readonly campaign: string;
  /** With its occurrence, as `reminder/2`. */
  readonly step: string;
  /** The ledger's id, and the title. */
  readonly entry: string;
  readonly title: string;
  readonly story: string | null;
  readonly parts: readonly { readonly text: string; readonly length: number; readonly limit: number }[];
  /** Of all parts; null where the network charges nothing, or a person posts by hand. */
  readonly cost: Money | null;
  readonly flags: readonly Flag[];
  /** Why it is held, or where it is, in a sentence; null where there is nothing to say. */
  readonly why: string | null;
}

type Priced = Pick<SimulatedPost, "account" | "cost">;

/** What an account would have in that time. */
export interface AccountSum {
  readonly account: string;
  readonly posts: number;
  readonly cost: Money | null;
}

/** Where a post stands in a calendar, beside all others: no two have the same. */
export const placeIn = ({
  dueAt,
  account,
  step,
  story,
  campaign,
  entry,
}: Pick<SimulatedPost, "dueAt" | "account" | "step" | "story" | "campaign" | "entry">): string =>
  `${dueAt} ${account} ${step} ${story ?? ""} ${campaign} ${entry}`;

/** In the order of their places, each of which is told once. */
export const inPlace = <T>(all: readonly T[], place: (one: T) => string): readonly T[] =>
  all
    .map((one) => ({ one, at: place(one) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one);

/** Some of many. */
export interface Excerpt<T> {
  readonly shown: readonly T[];
  /** How many come after those. */
  readonly left: number;
  /** The place of the last of those; null where nothing comes after it. */
  readonly next: string | null;
}

/** So many, from after a place on; null: from the first on. */
export function excerptOf<T>(
  all: readonly T[],
  place: (one: T) => string,
  after: string | null,
  many: number,
): Excerpt<T> {
  const rest = after === null ? all : all.filter((one) => place(one) > after);
  const shown = rest.slice(0, many);
  const last = rest.length > many ? shown.at(-1) : undefined;
  return { shown, left: rest.length - shown.length, next: last === undefined ? null : place(last) };
}

/** By account, in the order of the first post. */
export function sumsOf(posts: readonly Priced[]): readonly AccountSum[] {
  return [...Map.groupBy(posts, ({ account }) => account)].map(([account, own]) => ({
    account,
    posts: own.length,
    cost: costOf(own),
  }));
}

/** Together, to a thousandth of a cent; null where nothing of it is charged for. */
export function costOf(posts: readonly Pick<SimulatedPost, "cost">[]): Money | null {
  const amounts = posts.flatMap(({ cost }) => (cost === null ? [] : [cost.amount]));
  if (amounts.length === 0) return null;
  const sum = amounts.reduce((all, one) => all + one, 0);
  return { amount: Math.round(sum * 1e5) / 1e5, currency: "USD" };
}

/** What the next planning would do to one post. */
export interface PlanLine {
  readonly kind: "add" | "move" | "cancel" | "hold" | "revive" | "reword" | "keep" | "never";
  readonly account: string;
  readonly campaign: string;
  readonly step: string;
  readonly entry: string;
  readonly title: string;
  readonly story: string | null;
  /** When it is due now, and when it would be; null where it is not planned. ISO 8601, UTC. */
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
}
