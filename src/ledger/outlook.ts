import type { Delivery } from "../model/delivery.ts";
import type { Post } from "../model/post.ts";
import { deliveryOf, text } from "./rows.ts";
import type { Store, Value } from "./store.ts";

/** What is still to come, without reading what was. */
export interface Outlook {
  /** When an account's planned posts are due from a moment on, ISO 8601; threads once. */
  times(account: string, from: Date, limit: number): Promise<readonly string[]>;
  /** How many an account has planned from a moment on, counted up to `most`. */
  count(account: string, from: string, most: number): Promise<number>;
  /** How many posts of an account wait to go out before a moment, each part of a thread by itself, counted up to `most`. */
  due(account: string, before: string, most: number): Promise<number>;
  /** The next posts of a campaign; threads once. */
  ofCampaign(campaign: string, from: Date, limit: number): Promise<readonly Delivery[]>;
  /** What an account has published since, or may have, by the clock of its receipts; messages to people too. */
  published(account: string, since: Date): Promise<readonly Post[]>;
  /** How many posts an account has between two moments, whatever became of them but those that will not go out. */
  between(account: string, from: Date, to: Date): Promise<number>;
}

// The state is looked at in the rows: by its index all of a long plan would be sorted.
const planned = "part = 1 AND (state || '') IN ('draft', 'scheduled', 'held')";

export function outlookOf(store: Store): Outlook {
  const number = async (sql: string, ...values: readonly Value[]): Promise<number> =>
    Number((await store.read(sql, ...values))[0]?.many ?? 0);
  return {
    times: async (account, from, limit) => {
      const sql = `SELECT due_at FROM delivery WHERE account = ? AND due_at >= ? AND ${planned} ORDER BY due_at LIMIT ?`;
      return (await store.read(sql, account, from.toISOString(), limit)).map((row) => text(row, "due_at"));
    },
    count: (account, from, most) =>
      number(
        `SELECT count(*) AS many FROM
          (SELECT 1 FROM delivery WHERE account = ? AND due_at >= ? AND ${planned} LIMIT ?) AS some`,
        account,
        from,
        most,
      ),
    due: (account, before, most) =>
      number(
        `SELECT count(*) AS many FROM
          (SELECT 1 FROM delivery WHERE account = ? AND state = 'scheduled' AND due_at < ? LIMIT ?) AS some`,
        account,
        before,
        most,
      ),
    ofCampaign: async (campaign, from, limit) => {
      const sql = `SELECT * FROM delivery WHERE campaign = ? AND due_at >= ? AND ${planned} ORDER BY due_at, id LIMIT ?`;
      return (await store.read(sql, campaign, from.toISOString(), limit)).map((row) => deliveryOf(row, []));
    },
    published: async (account, since) => {
      const sql = `SELECT post FROM delivery WHERE account = ? AND changed_at >= ? AND state IN ('sent', 'retracted', 'unsure')
        AND tried_at IS NOT NULL AND coalesce(receipt ->> '$.at', tried_at) >= ?`;
      const rows = await store.read(sql, account, since.toISOString(), since.toISOString());
      return rows.map((row) => JSON.parse(text(row, "post")) as Post);
    },
    between: (account, from, to) =>
      number(
        `SELECT count(*) AS many FROM delivery WHERE account = ? AND due_at >= ? AND due_at < ? AND part = 1
          AND (state || '') NOT IN ('cancelled', 'held')`,
        account,
        from.toISOString(),
        to.toISOString(),
      ),
  };
}
