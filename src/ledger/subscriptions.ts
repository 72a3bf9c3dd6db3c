import type { Subscription } from "../model/subscription.ts";
import { text, textOrNull } from "./rows.ts";
import { one, type Row, type Store } from "./store.ts";

/** One a source. */
export interface Subscriptions {
  all(): Promise<readonly Subscription[]>;
  get(id: string): Promise<Subscription | undefined>;
  /** Takes the place of what was known of that source. */
  keep(subscription: Subscription): Promise<void>;
  /** False where there is no such subscription any more. */
  change(id: string, change: Partial<Subscription>): Promise<boolean>;
  forget(id: string): Promise<void>;
}

export function subscriptionsOf(store: Store): Subscriptions {
  return {
    all: async () => (await store.read("SELECT * FROM subscription ORDER BY source")).map(subscriptionOf),
    get: async (id) => {
      const row = await one(store.read("SELECT * FROM subscription WHERE id = ?", id));
      return row && subscriptionOf(row);
    },
    keep: async (subscription) => {
      const values = Object.keys(columns).map((key) => subscription[key as keyof Subscription]);
      await store.commit((tx) => tx.run(replace, ...values));
    },
    change: async (id, change) => {
      const pairs = Object.entries(change).filter(([key]) => key in columns);
      const set = pairs.map(([key]) => `${columns[key as keyof Subscription]} = ?`).join(", ");
      const values = pairs.map(([, value]) => value);
      const sql = `UPDATE subscription SET ${set} WHERE id = ?`;
      return (await store.commit((tx) => tx.run(sql, ...values, id))) === 1;
    },
    forget: async (id) =>
      void (await store.commit((tx) => tx.run("DELETE FROM subscription WHERE id = ?", id))),
  };
}

const columns: Readonly<Record<keyof Subscription, string>> = {
  source: "source",
  id: "id",
  feed: "feed",
  topic: "topic",
  hub: "hub",
  secret: "secret",
  state: "state",
  askedAt: "asked_at",
  leaseUntil: "lease_until",
  toldAt: "told_at",
  reason: "reason",
};

const names = Object.values(columns);
const replace = `INSERT INTO subscription (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})
  ON CONFLICT (source) DO UPDATE SET ${names
    .slice(1)
    .map((name) => `${name} = excluded.${name}`)
    .join(", ")}`;

function subscriptionOf(row: Row): Subscription {
  return {
    source: text(row, "source"),
    id: text(row, "id"),
    feed: text(row, "feed"),
    topic: text(row, "topic"),
    hub: textOrNull(row, "hub"),
    secret: text(row, "secret"),
    state: text(row, "state") as Subscription["state"],
    askedAt: text(row, "asked_at"),
    leaseUntil: textOrNull(row, "lease_until"),
    toldAt: textOrNull(row, "told_at"),
    reason: textOrNull(row, "reason"),
  };
}
