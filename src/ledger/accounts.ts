import type { Json } from "../model/json.ts";
import { json, text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** What is remembered of an account between two posts. */
export interface AccountState {
  readonly name: string;
  /** Why it waits for an operator; null when it does not. */
  readonly parked: string | null;
  /** ISO 8601, UTC: the network asked us to wait. */
  readonly busyUntil: string | null;
  /** What its server said of its limits when we last signed in; null where it says nothing. */
  readonly limits: Json | null;
}

export interface Accounts {
  all(): Promise<ReadonlyMap<string, AccountState>>;
  /** Back to work: neither parked nor busy. False where it was neither. */
  release(name: string): Promise<boolean>;
  remember(name: string, limits: Json | null): Promise<void>;
}

export function accountsOf(store: Store): Accounts {
  return {
    all: async () =>
      new Map((await store.read("SELECT * FROM account")).map((row) => [text(row, "name"), stateOf(row)])),
    release: (name) => store.commit(async (tx) => (await tx.run(release, name)) === 1),
    remember: (name, limits) =>
      store.commit(
        async (tx) => void (await tx.run(remember, name, limits === null ? null : JSON.stringify(limits))),
      ),
  };
}

const release = `UPDATE account SET parked = NULL, busy_until = NULL, reason = NULL
  WHERE name = ? AND (parked IS NOT NULL OR busy_until IS NOT NULL)`;

const remember = `INSERT INTO account (name, limits) VALUES (?, ?)
  ON CONFLICT (name) DO UPDATE SET limits = excluded.limits`;

const stateOf = (row: Row): AccountState => ({
  name: text(row, "name"),
  parked: textOrNull(row, "parked"),
  busyUntil: textOrNull(row, "busy_until"),
  limits: json<Json>(row, "limits"),
});
