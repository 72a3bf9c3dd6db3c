import type { Json } from "./json.ts";
import type { Post, Receipt } from "./post.ts";

/** See src/README.md for the picture. */
export type State =
  | "draft"
  | "scheduled"
  | "sending"
  | "sent"
  | "handed"
  | "failed"
  | "unsure"
  | "held"
  | "cancelled"
  | "retracted";

/** The one table of what may follow what. The ledger applies it by compare-and-set. */
export const transitions: Readonly<Record<State, readonly State[]>> = {
  draft: ["scheduled", "held", "cancelled"],
  scheduled: ["sending", "draft", "held", "cancelled", "failed"],
  sending: ["sent", "scheduled", "failed", "unsure", "held", "handed", "cancelled"],
  handed: ["sent", "scheduled", "draft", "cancelled"],
  sent: ["retracted"],
  failed: ["scheduled", "draft", "sent", "cancelled"],
  unsure: ["sent", "scheduled", "cancelled"],
  held: ["scheduled", "draft", "cancelled"],
  cancelled: ["scheduled", "draft"],
  retracted: [],
};

export function mayBecome(from: State, to: State): boolean {
  return transitions[from].includes(to);
}

/** States that only a person can end. */
export const needsPerson: readonly State[] = ["draft", "failed", "unsure", "held", "handed"];

/** The campaign of messages that call a person; no campaign of the configuration can have that name. */
export const calls = "(calls)";

/** The campaign of test posts, which go to accounts for tests only. */
export const tests = "(tests)";

/** One try to publish. */
export interface Attempt {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: "sent" | "found" | "handed" | "held" | FailureKind;
  /** One sentence, free of secrets; null on success. */
  readonly reason: string | null;
}

export type FailureKind = "refused" | "unauthorised" | "busy" | "down" | "lost";

/** One post on its way to one account: the ledger's row. */
export interface Delivery {
  readonly id: string;
  /** The ledger's id of the entry, which survives changes of the source's id. */
  readonly entry: string;
  /** Null where the post is about the entry as a whole. */
  readonly story: string | null;
  readonly campaign: string;
  readonly step: string;
  /** Counts from 1; each part after the first replies to the one before. */
  readonly part: number;
  readonly parts: number;
  readonly account: string;
  readonly channel: string;
  readonly state: State;
  /** ISO 8601, UTC: when it may go out. */
  readonly dueAt: string;
  /** When it was first meant to go out; lateness is counted from here. */
  readonly firstDueAt: string;
  readonly post: Post;
  /** True once a person changed the text: a later change of the source leaves it alone. */
  readonly edited: boolean;
  /** How many different people must agree before it goes out. */
  readonly approvalsNeeded: number;
  readonly approvals: readonly Approval[];
  /** What `prepare` made, committed before `publish`; null until armed. */
  readonly memo: Json | null;
  /** When it was first armed, ISO 8601; the age of the key that the memo holds. */
  readonly armedAt: string | null;
  /** When it was last handed to the network, ISO 8601; null again where nothing of it is live for certain. */
  readonly triedAt: string | null;
  /** Tries since a person or a success last touched it; the backoff grows with it. */
  readonly tries: number;
  readonly attempts: readonly Attempt[];
  readonly receipt: Receipt | null;
  /** Why it waits for a person, in one sentence with the mend. */
  readonly reason: string | null;
  /** When anything of it changed last, ISO 8601; absent where no ledger knows it. */
  readonly changedAt?: string;
  /** When its step asked for it, ISO 8601; null or absent where that is when it was first due. */
  readonly wantedAt?: string | null;
  /** The person who chose its time; null or absent where the plan did. */
  readonly movedBy?: string | null;
  /** Since when it waits for the page that it links to, ISO 8601; null or absent where it does not. */
  readonly waitsSince?: string | null;
  /** The person who let it go out without that page; null or absent where nobody did. */
  readonly waivedBy?: string | null;
  /** What it is again when the part of its thread before it comes back; null or absent where it waits for none. */
  readonly setAside?: State | null;
}

export interface Approval {
  readonly by: string;
  /** Whose voice it is where several people must agree; absent: of whom it is by. */
  readonly voice?: string | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Exactly what was seen, by its hash; absent in older ledgers. */
  readonly of?: string;
  /** When it was to go out then, ISO 8601. */
  readonly dueAt?: string;
}

/** As voices are compared: the same name in capitals is no second person. */
export const voiceOf = ({ by, voice = by }: Pick<Approval, "by" | "voice">): string => voice.toLowerCase();

/** States in which a post's words may be changed without touching the network. */
export const rewritable: readonly State[] = ["draft", "scheduled", "held", "failed", "handed"];

/** What a plan asks the ledger to keep; the ledger ignores what it has already. */
export interface PlannedDelivery {
  readonly entry: string;
  readonly story: string | null;
  readonly campaign: string;
  readonly step: string;
  readonly part: number;
  readonly parts: number;
  readonly account: string;
  readonly channel: string;
  readonly state: "draft" | "scheduled" | "held";
  readonly dueAt: string;
  /** When its step asked for it; absent where that is when it is due. */
  readonly wantedAt?: string;
  readonly post: Post;
  readonly approvalsNeeded: number;
  readonly reason: string | null;
}

type ThreadPart = Pick<Delivery, "account" | "campaign" | "step" | "entry" | "story">;

/** A name for all parts of one thread: of one account, about one thing, at one step. */
export const threadOf = ({ account, campaign, step, entry, story }: ThreadPart): string =>
  JSON.stringify([account, campaign, step, entry, story]);

/** Parts of one text on one account. */
export const isSameThread = (a: ThreadPart, b: ThreadPart): boolean =>
  a.entry === b.entry &&
  a.account === b.account &&
  a.campaign === b.campaign &&
  a.step === b.step &&
  a.story === b.story;

/** When somebody was last told that it is theirs to post. */
export function handedAt({ attempts, dueAt }: Pick<Delivery, "attempts" | "dueAt">): Date {
  return new Date(attempts.findLast(({ outcome }) => outcome === "handed")?.at ?? dueAt);
}
