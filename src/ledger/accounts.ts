import { text, textOrNull } from "./rows.ts";
import type { Store } from "./store.ts";

/** What is remembered of an account between two posts. */
export interface AccountState {
  readonly name: string;
  /** Why it waits for an operator; null when it does not. */
  readonly parked: string | null;
  /** ISO 8601, UTC: the network asked us to wait. */
  readonly busyUntil: string | null;
}

export interface Accounts {
  all(): Promise<ReadonlyMap<string, AccountState>>;
  park(name: string, reason: string): Promise<void>;
  /** Back to work: neither parked nor busy. */
  release(name: string): Promise<boolean>;
}

export function accountsOf(store: Store): Accounts {
  return {
    all: async () =>
      new Map(
        (await store.read("SELECT * FROM account")).map((row) => [
          text(row, "name"),
          {
            name: text(row, "name"),
            parked: textOrNull(row, "parked"),
            busyUntil: textOrNull(row, "busy_until"),
          },
        ]),
      ),
    park: (name, reason) =>
      store.commit(
        async (tx) =>
          void (await tx.run(
            "INSERT INTO account (name, parked, reason) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET parked = excluded.parked, reason = excluded.reason",
            name,
            reason,
            reason,
          )),
      ),
    release: (name) =>
      store.commit(async (tx) => (await tx.run("DELETE FROM account WHERE name = ?", name)) === 1),
  };
}
