import type { SettingValues } from "../../model/account.ts";
import type { Media } from "../../model/post.ts";
import type { Abilities, Channel, Io, Session } from "../channel.ts";

/** What the contract is run on. Without `settings` and `io` only the checks that need no server run. */
export interface Subject {
  readonly channel: Channel;
  /** Those of an account made for tests: posts will appear on it. */
  readonly settings?: SettingValues;
  readonly io?: Io;
  /** Settings that the server must turn down; absent: the same with other secrets. */
  readonly wrong?: SettingValues;
  readonly world?: World;
  /** An image that `io.load` can load, with an alternative text. */
  readonly media?: Media;
  /** Sentences of the checks that this server cannot pass, each with the reason that its row will show. */
  readonly excused?: Readonly<Record<string, string>>;
}

/** The server's side: what followers see, and a way to make it misbehave. */
export interface World {
  /** Every post of the account that followers see, oldest first. */
  visible(): Promise<readonly Seen[]>;
  /** Those that `misbehave` knows. */
  readonly faults?: readonly Fault[];
  /** Hits the next publishing request and then ends, but "none" ends it at once. */
  misbehave?(fault: Fault | "none"): void;
}

export interface Seen {
  /** As the receipt's `remoteId`. */
  readonly id: string;
  /** As a follower reads it. */
  readonly text: string;
  /** The `id` of the post that this one replies to. */
  readonly replyTo?: string | null;
  /** Alternative texts of the media, in order. */
  readonly alts?: readonly string[];
  readonly language?: string | null;
}

/**
 * - loseAnswer: the post is accepted, then the connection breaks without an answer.
 * - reset: the connection breaks before the post is accepted.
 * - unavailable: the post is accepted, then the answer is a server error (HTTP 500 or the like).
 * - slow: the post is accepted, and the answer comes later than `io.fetch` waits.
 * - busy: the post is not accepted; the server tells when to come back.
 */
export type Fault = "loseAnswer" | "reset" | "unavailable" | "slow" | "busy";

type FlagOf<T> = { [K in keyof T]-?: T[K] extends boolean ? K : never }[keyof T];

/** What a check cannot do without: a network, a session, the server's side, an ability, a promise about repeating, or a fault. */
export type Need =
  | "network"
  | "session"
  | "world"
  | "media"
  | "server"
  | "secret"
  | "find"
  | "sameFor"
  | FlagOf<Abilities>
  | Fault;

/** One sentence of the contract. */
export interface Check {
  /** A sentence whose subject is the channel. */
  readonly name: string;
  readonly needs: readonly Need[];
  /** Throws an error whose message is a clear sentence. */
  run(stage: Stage): Promise<void>;
}

/** What a check works with: of all that stands below the secrets only what the check says that it needs. */
export interface Stage {
  readonly subject: Subject;
  readonly channel: Channel;
  /** The values that nobody may ever see. */
  readonly secrets: readonly string[];
  readonly settings: SettingValues;
  readonly io: Io;
  readonly session: Session;
  readonly world: World;
}

/** Throws the sentence unless the condition holds. */
export function demand(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
