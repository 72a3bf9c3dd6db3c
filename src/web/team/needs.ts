import type { Remedy } from "../../model/correction.ts";
import type { Stretch } from "../../model/difference.ts";
import type { State } from "../../model/delivery.ts";
import type { Person } from "../../model/person.ts";
import type { Written } from "./posts.ts";

/** What waits for somebody, and the right thing to do about each. */
export interface Needs {
  all(): Promise<NeedsView>;
  /** How many things wait for somebody who may do something about them; from 99 on nobody counts further. */
  count(person: Person): Promise<number>;
  /** What comes first among what can be decided about a post now, where its state alone does not say it. */
  atHand(id: string): Promise<AtHand>;
  /** Decides about a post, all its parts. */
  decide(id: string, action: PostAction, detail: string, by: Person): Promise<Written>;
  /** Decides about an entry that is held. */
  decideEntry(id: string, action: "release" | "cancel", by: Person): Promise<Written>;
  /** Of a post, or of all of an entry; null: by the best that each network can. */
  correct(id: string, by: Way | null, person: Person): Promise<Written>;
  /** The time in which nothing goes out; null where all goes on. */
  stop(): Promise<StopView | null>;
  holdAll(reason: string, by: Person): Promise<boolean>;
  /** What has come due while everything is held. */
  cameDue(): Promise<readonly NeedRow[]>;
  /** How many stay held. */
  releaseAll(chosen: readonly string[], by: Person): Promise<number | undefined>;
}

export const postActions = [
  "hold",
  "release",
  "cancel",
  "retry",
  "retract",
  "there",
  "unchecked",
  "again",
  "look",
] as const;
/** there: it is live, at the address in `detail`; unchecked: nobody looks whether it is. again: it is not, and is sent again. look: whether it is there; publishes nothing. */
export type PostAction = (typeof postActions)[number];

/** How a correction can be answered. */
export type Way = Exclude<Remedy, "remove">;

export interface StopView {
  readonly at: string;
  readonly who: string;
  readonly reason: string;
}

export interface NeedsView {
  readonly stop: StopView | null;
  /** Posts that a person must decide about, the most urgent first. */
  readonly waiting: readonly NeedRow[];
  /** Posts that wait as well, due later than these. */
  readonly more: number;
  readonly entries: readonly HeldEntry[];
  readonly corrections: readonly CorrectionView[];
  /** What else is not as it should be: one sentence, and what to do. */
  readonly alarms: readonly AlarmView[];
  /** Accounts that stop working soon, templates to mend: one sentence each. */
  readonly warnings: readonly string[];
  readonly next: readonly NeedRow[];
  /** A new house, with nothing but its own page or less; null later on. */
  readonly fresh: Fresh | null;
  readonly newest: { readonly id: string; readonly title: string } | null;
}

export interface AlarmView {
  readonly text: string;
  readonly mend: string;
  /** ISO 8601. */
  readonly since: string | null;
  /** The post that it is about, where it is about one. */
  readonly post: string | null;
}

/** What of a new house's first steps is done. */
export interface Fresh {
  /** There is more than one account to post to. */
  readonly accounts: boolean;
  /** More than one person has joined. */
  readonly people: boolean;
}

export interface NeedRow {
  readonly id: string;
  readonly entry: string;
  readonly entryTitle: string;
  readonly account: string;
  readonly label: string;
  readonly step: string;
  readonly state: State;
  readonly dueAt: string;
  readonly reason: string | null;
  /** How its text begins. */
  readonly excerpt: string;
  readonly approvals: number;
  /** Logins of those in whose voice somebody has agreed. */
  readonly agreed: readonly string[];
  readonly approvalsNeeded: number;
  /** What comes first; null where its state says it. */
  readonly atHand: AtHand;
  /** Where somebody is to post it by hand now. */
  readonly hand: HandView | null;
}

/** release: it waits for its page, and need not. look: the network can be asked whether it is there. */
export type AtHand = "release" | "look" | null;

export interface HandView {
  readonly person: string | null;
  /** The network's own page with the post filled in; null where it has none. */
  readonly share: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly media: readonly { readonly url: string; readonly alt: string }[];
}

export interface HeldEntry {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly reason: string | null;
}

export interface CorrectionView {
  /** The delivery's. */
  readonly id: string;
  readonly account: string;
  readonly step: string;
  readonly permalink: string | null;
  readonly ways: readonly Remedy[];
  readonly best: Remedy | null;
  /** Why a person has to do it on the network; null where it can be done here. */
  readonly byHand: string | null;
  readonly reason: string | null;
  readonly title: readonly Stretch[];
  readonly text: readonly Stretch[];
}
