import type { Placement } from "./account.ts";
import type { Expectation } from "./expectation.ts";
import type { At, Every, On, Weekday } from "./slot.ts";

/** What is said about an entry: steps, when, to whom. */
export interface Campaign {
  readonly name: string;
  readonly source: string;
  readonly review: Review | null;
  readonly wait: Wait;
  /** Absent: the usual. */
  readonly expect?: Expectation;
  readonly steps: readonly Step[];
}

/** What must be true before anything goes out. */
export interface Wait {
  /** The entry's page is there, and its card is complete. */
  readonly live: boolean;
  /** False: of the page only that it is there. Absent: the card too. */
  readonly card?: boolean;
  /** Seconds of waiting after which somebody is told; absent: six hours. */
  readonly patience?: number;
}

/** Seconds of waiting after which somebody is told, where a campaign does not say. */
export const usualPatience = 6 * 3600;

export interface Review {
  /** How many different people must agree. */
  readonly approvals: number;
  /** An approval older than this many seconds does not count; null for ever. */
  readonly expires: number | null;
  /** Seconds by which an approved post may be moved without being approved again; absent: two hours. */
  readonly span?: number;
}

export interface Step {
  readonly name: string;
  /** Accounts by name, also those that cannot be used yet: their posts are planned when they can. */
  readonly to: readonly string[];
  readonly at: At;
  /** Seconds after the entry was found (whole days count in the account's zone). */
  readonly after: number;
  /** One post an entry, one a story, or a thread of an entry with a part a section. */
  readonly each: "entry" | "story" | "section";
  /**
   * With `each: story`: patterns of headings (anywhere in a section's path) that stories are taken from; empty for all.
   * `*` stands for any letters, `?` for one; capitals do not matter.
   */
  readonly sections: readonly string[];
  /** With `each: story`: the rhythm; null sends all at the step's time. */
  readonly every: Every | null;
  readonly limit: number | null;
  /** How a text that does not fit becomes several parts; null shortens it instead. */
  readonly thread: "numbered" | "plain" | null;
  /** With `each: story`: as on the page (absent too), or the best first; see plan/rank.ts. */
  readonly order?: "page" | "best";
  /** Only on these days; the first that follows. */
  readonly days?: readonly Weekday[];
  /** By the calendar, about what is the newest entry then; absent for steps that follow an entry. */
  readonly on?: On;
  /** About each story that tells of an event to come. */
  readonly before?: "event";
  /** About entries of sources that translate the campaign's, to the accounts of their language. */
  readonly of?: "translation";
  /** The same again: so many times in all, so many seconds apart. */
  readonly repeat?: { readonly every: number; readonly times: number };
  /** Not where the announcement on that account has done as well as this already. */
  readonly unless?: Success;
  /** Seconds after its time at which a post is not worth sending any more. */
  readonly expires?: number;
  /** What becomes of a post whose time passed while nobody worked; absent: it is sent. */
  readonly late?: "send" | "skip" | "ask";
  /** Templates by name, taken in turn; absent: the one that is called like the step. */
  readonly template?: readonly string[];
  /** Where the link stands, whatever the account says. */
  readonly link?: Placement;
  /** False: nobody is mentioned. */
  readonly mentions?: boolean;
}

/** At least so many of each that is named. */
export type Success = Readonly<Partial<Record<"likes" | "reposts" | "replies", number>>>;
