import type { Repeat } from "../../src/channel/channel.ts";
import type { State } from "../../src/model/delivery.ts";

/** Seconds of one step of the model's clock. All times below are counted in such steps. */
export const tick = 30;

/** What is explored: one account, its deliveries, the workers that race for them, the wire and the network behind it. */
export interface World {
  readonly rows: readonly Row[];
  readonly parked: boolean;
  readonly workers: readonly Worker[];
  /** Publishes that nobody waits for any more: their worker died, or has given up. */
  readonly strays: readonly Call[];
  readonly network: Network;
  /** How much may still go wrong. */
  readonly faults: Faults;
}

/** A row of the ledger. Ages count up and stop at `oldest`; what is to come counts down. */
export interface Row {
  readonly state: State;
  readonly part: number;
  readonly due: number;
  /** Which key the memo holds; null until armed. */
  readonly memo: number | null;
  /** The key that `prepare` chooses where there is no memo: another one after every `anew`. */
  readonly key: number;
  readonly armed: number | null;
  /** Below 0 while the try may still begin. */
  readonly tried: number | null;
  readonly holder: number | "dead" | null;
  readonly lease: number;
}

/** What a worker read when it claimed, and goes by since. */
export type Copy = Pick<Row, "armed" | "tried" | "memo">;

export type Place =
  | "idle"
  | "claimed"
  | "armed"
  | "waiting"
  | "answered"
  | "look"
  | "seen"
  | "again"
  | "later";

export interface Worker {
  readonly at: Place;
  readonly row: number;
  readonly copy: Copy;
  /** Which publish it is: the first, one after a look that saw nothing, or the same once more, the earlier of which may be live. */
  readonly kind: "first" | "again" | "same";
  readonly call: Call | null;
  readonly answer: Answer | null;
  /** How long ago the network was looked at. */
  readonly age: number;
  /** Stopped, asleep, or kept busy: time passes, and it does nothing. */
  readonly paused: boolean;
}

/** A publish under way. */
export interface Call {
  readonly row: number;
  readonly memo: number;
  /** Since its worker asked the ledger to arm. */
  readonly age: number;
  /** Since its request was written; null while it is not. */
  readonly wire: number | null;
}

export type Answer = "receipt" | "absent" | "unknown" | "refused" | "unauthorised" | "down" | "lost";

export interface Network {
  /** Visible posts of each row: the count that must not exceed 1. */
  readonly posts: readonly number[];
  /** Keys that it remembers, and since when. */
  readonly keys: readonly { readonly row: number; readonly memo: number; readonly age: number }[];
}

export interface Faults {
  readonly crashes: number;
  /** Times that a worker stands still, wherever it is and for as long as may be. */
  readonly pauses: number;
  /** Answers that are lost, and answers other than yes. */
  readonly mishaps: number;
  /** Times that a person sends again what failed or what nobody could tell. */
  readonly retries: number;
}

/** A class of channels: what the engine is told of it, and what is true of it. */
export interface Kind {
  readonly name: string;
  /** As the channel declares it. */
  readonly repeat: Repeat;
  /** How long the network really keeps a key. */
  readonly memory: number;
  /** How long a request that was written may take to be done. */
  readonly life: number;
}

export const idle: Worker = {
  at: "idle",
  row: 0,
  copy: { armed: null, tried: null, memo: null },
  kind: "first",
  call: null,
  answer: null,
  age: 0,
  paused: false,
};

const planned: Row = {
  state: "scheduled",
  part: 1,
  due: 0,
  memo: null,
  key: 0,
  armed: null,
  tried: null,
  holder: null,
  lease: 0,
};

/** `parts`: the part of each row; all 1 where they are posts of their own. */
export function beginWith(workers: number, parts: readonly number[], faults: Faults): World {
  return {
    rows: parts.map((part) => ({ ...planned, part })),
    parked: false,
    workers: Array.from({ length: workers }, () => idle),
    strays: [],
    network: { posts: parts.map(() => 0), keys: [] },
    faults,
  };
}

export const withRow = (world: World, index: number, change: Partial<Row>): World => ({
  ...world,
  rows: world.rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
});

export const withWorker = (world: World, index: number, change: Partial<Worker>): World => ({
  ...world,
  workers: world.workers.map((worker, at) => (at === index ? { ...worker, ...change } : worker)),
});
