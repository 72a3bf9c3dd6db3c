import type { AccountState } from "../ledger/accounts.ts";
import type { HeldEntries } from "../ledger/arrivals.ts";
import type { SourceState } from "../ledger/sources.ts";
import type { ReceiverState } from "./receivers.ts";
import type { WrongPosts } from "../ledger/wrong-posts.ts";
import type { Withdrawal } from "../ledger/withdrawals.ts";
import type { WorkerState } from "../ledger/workers.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Problem } from "../model/problem.ts";

/** All that alarms are judged by. */
export interface World {
  /** IANA name, of the times in sentences. */
  readonly zone: string;
  /** The account `alarm`; null where there is none. */
  readonly voice: Voice | null;
  /** Seconds after its time within which a campaign's posts must be there, by its name; others have the usual. */
  readonly patience: ReadonlyMap<string, number>;
  /** Seconds that a campaign's posts may wait for their entry's page, by its name; others have the usual. */
  readonly pages: ReadonlyMap<string, number>;
  /** Somebody holds everything back; absent or null where all goes on. */
  readonly stop?: { readonly at: string; readonly who: string; readonly reason: string } | null;
  /** What should have gone out or been decided by now and was not, the oldest first. */
  readonly deliveries: readonly Delivery[];
  readonly expected: readonly Expected[];
  readonly doubtful: readonly Doubtful[];
  /** Entries that have vanished from their source while posts of theirs waited; absent for none. */
  readonly withdrawn?: readonly Withdrawal[];
  /** Posts that are live and no longer right, by entry; absent for none. */
  readonly wrong?: readonly WrongPosts[];
  readonly sources: readonly SourceState[];
  readonly subscriptions: readonly Subscription[];
  readonly accounts: readonly AccountState[];
  readonly endings: readonly Ending[];
  /** Absent where no network said anything. */
  readonly rations?: readonly Ration[];
  /** Of accounts with a budget; absent for none. */
  readonly purses?: readonly Purse[];
  readonly problems: readonly Problem[];
  readonly workers: readonly WorkerState[];
  /** Absent where nobody is told of events. */
  readonly receivers?: readonly ReceiverState[];
  /** Bytes free where the ledger is; null where nobody can tell. */
  readonly space: number | null;
  /** Why this process cannot write to the ledger, in words that end a sentence; null or absent where it can. */
  readonly unwritable?: string | null;
  /** Keys of the alarms that held at the last look. */
  readonly held: ReadonlySet<string>;
}

export interface Voice {
  readonly account: string;
  /** Why it cannot be used, in one sentence; null where it can. */
  readonly problem: string | null;
}

/** A new entry that a campaign waits for. */
export interface Expected {
  readonly campaign: string;
  readonly source: string;
  /** ISO 8601, UTC: the deadline, and the last moment that people take for it. */
  readonly at: string;
  readonly by: string;
  readonly came: boolean;
}

/** Entries of a source that wait for a person's word; the title is that of the one that is named. */
export type Doubtful = HeldEntries & { readonly title: string };

/** How many posts of an account its network still takes, and how many are due until it counts anew. */
export interface Ration {
  readonly account: string;
  readonly posts: number;
  readonly planned: number;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** What a budget leaves for this month, and what the posts cost that are planned in it; in one currency, and in words. */
export interface Purse {
  readonly account: string;
  readonly left: number;
  readonly planned: number;
  readonly words: { readonly left: string; readonly planned: string };
}

/** The end of an account's sign-in, or that there was none yet. */
export interface Ending {
  readonly account: string;
  readonly kind: "unconnected" | "ending" | "ended";
  /** ISO 8601, UTC; null where nobody has connected it. */
  readonly until: string | null;
  /** A sentence, its mend, neither capital nor full stop at the joint; and the posts that it concerns, or nothing. */
  readonly fact: string;
  readonly mend: string;
  readonly planned: string;
}
