import type { State } from "../../model/delivery.ts";
import type { PostFilter } from "../../model/filter.ts";
import type { Person } from "../../model/person.ts";
import type { Written } from "./posts.ts";

/** The posts by day, on the site's wall clock. */
export interface Calendar {
  readonly accounts: readonly string[];
  readonly campaigns: readonly string[];
  /** Today there. */
  today(): string;
  /** From the first day to the last, both included, of each the first posts, at most so many; days are `2026-12-24`. */
  days(first: string, last: string, filter: PostFilter, aDay?: number): Promise<readonly Day[]>;
  /** The same in whole days, which end where there are enough posts for one page. */
  list(first: string, last: string, filter: PostFilter): Promise<List>;
  /** Gives a post, all its parts, another time of the site's wall clock; what it would stand in the way of is said. */
  move(id: string, date: string, time: string, by: Person): Promise<Written>;
  /**
   * When a post would be in nobody's way, day by day of that time; days on which nothing stands against it are left out.
   * Undefined where there is no such post.
   */
  places(id: string, first: string, last: string): Promise<readonly PlaceDay[] | undefined>;
  /** Gives its time back to the plan. */
  giveBack(id: string, by: Person): Promise<Written>;
}

export interface Day {
  readonly date: string;
  /** Accounts that are quiet all day. */
  readonly quiet: readonly string[];
  readonly chips: readonly Chip[];
  /** Posts of the day that are not among these, and how many of them wait for a person. */
  readonly more: number;
  readonly moreWaiting: number;
}

export interface List {
  /** Those with posts. */
  readonly days: readonly Day[];
  /** The last day that was looked at. */
  readonly last: string;
}

export interface Chip {
  readonly id: string;
  readonly account: string;
  readonly channel: string;
  readonly label: string;
  readonly entry: string;
  readonly entryTitle: string;
  readonly step: string;
  readonly state: State;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
  /** `16:00`, on the site's wall clock. */
  readonly time: string;
  /** It can be given another time. */
  readonly movable: boolean;
  /** The person who chose its time; null while the plan does. */
  readonly movedBy: string | null;
  /** Closer to another post of its account than that account wants. */
  readonly collides: boolean;
  /** At a time at which its account is to be quiet. */
  readonly inQuiet: boolean;
}

/** What stands against a post on a day. */
export interface PlaceDay {
  readonly date: string;
  readonly stretches: readonly PlaceStretch[];
}

/** Minutes of a day's wall clock, without the last, and what stands against all of them. */
export interface PlaceStretch {
  readonly from: number;
  readonly to: number;
  readonly troubles: readonly Trouble[];
}

export type Trouble =
  | { readonly kind: "past" }
  /** The account is quiet: until then on the site's wall clock, or all day. */
  | { readonly kind: "quiet"; readonly until: { readonly date: string; readonly time: string } | null }
  /** Too close to another post of the account. */
  | { readonly kind: "near"; readonly time: string; readonly title: string }
  /** The account has as many posts that day as it wants. */
  | { readonly kind: "full"; readonly most: number };
