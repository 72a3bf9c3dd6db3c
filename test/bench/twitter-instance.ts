import { type Account, idAt, type Media, type Names, type Post } from "./twitter-entities.ts";
import { loadRules, type Rules } from "./twitter-rules.ts";
import type { Keys } from "./twitter-signature.ts";

export interface TwitterOptions {
  readonly accounts: readonly string[];
  /** To which posts the app may reply. */
  readonly replies: "all" | "own" | "none";
  readonly duplicates: "refused" | "taken";
  /** Posts in a quarter of an hour. */
  readonly window: number;
  /** Milliseconds after which a post is in the timeline. */
  readonly lag: number;
  /** How the processing of an animated image ends. */
  readonly processing: "ready" | "failed";
  readonly names: Names;
  /** Requests and answers are checked by the interface description; off where the server must not be the slow part. */
  readonly strict: boolean;
  readonly now: () => Date;
  /** The clock that signatures are judged by. */
  readonly clock: () => Date;
}

/** What the handlers of a request work on. */
export interface Instance {
  readonly options: TwitterOptions;
  readonly rules: Rules;
  readonly accounts: readonly Account[];
  readonly media: Map<string, Media>;
  /** By id, of all accounts. */
  readonly posts: Map<string, Post>;
  readonly nonces: Set<string>;
  readonly acts: string[];
  readonly slips: string[];
  nextId(): string;
}

const usual: TwitterOptions = {
  accounts: ["comms"],
  replies: "all",
  duplicates: "refused",
  window: 100,
  lag: 0,
  processing: "ready",
  names: "tweet",
  strict: true,
  now: () => new Date(),
  clock: () => new Date(),
};

const lax: Rules = { body: () => null, query: () => null, answer: () => null };

export function makeInstance(change: Partial<TwitterOptions>): Instance {
  const options = { ...usual, ...change };
  return {
    options,
    rules: options.strict ? loadRules() : lax,
    accounts: options.accounts.map((username, index) => ({
      id: `${9000 + index}`,
      username,
      posts: [],
      recent: [],
    })),
    media: new Map(),
    posts: new Map(),
    nonces: new Set(),
    acts: [],
    slips: [],
    nextId: countIds(options.now),
  };
}

export function keysOf(username: string): Keys {
  return {
    appKey: "key-of-app",
    appSecret: "secret+of/app",
    accessToken: `token-of-${username}`,
    accessSecret: `secret&of=${username}`,
  };
}

/** The next id, never the same twice. */
function countIds(now: () => Date): () => string {
  let last = 0;
  return () => idAt(now(), ++last);
}
