import type { Countable, KnownAllowance } from "../model/allowance.ts";
import { text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** What networks said is left of their limits. */
export interface Allowances {
  /** By account, the scarcest first. */
  all(): Promise<ReadonlyMap<string, readonly KnownAllowance[]>>;
  /** What was said before what is known already changes nothing. */
  keep(said: readonly KnownAllowance[]): Promise<void>;
}

export function allowancesOf(store: Store): Allowances {
  return {
    all: async () => {
      const rows = await store.read(`SELECT * FROM allowance ORDER BY remaining * 1.0 / most, name`);
      return Map.groupBy(rows.map(allowanceOf), ({ account }) => account);
    },
    keep: (said) =>
      store.commit(async (tx) => {
        for (const { account, name, what, left, of, until, each, at } of said)
          await tx.run(keep, account, name, what, left, of, until, each, at);
      }),
  };
}

const keep = `INSERT INTO allowance (account, name, what, remaining, most, until, each, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (account, name, what) DO UPDATE SET remaining = excluded.remaining, most = excluded.most, until = excluded.until,
    each = excluded.each, at = excluded.at WHERE excluded.at >= allowance.at`;

const allowanceOf = (row: Row): KnownAllowance => ({
  account: text(row, "account"),
  name: text(row, "name"),
  what: text(row, "what") as Countable,
  left: Number(row.remaining),
  of: row.most === null ? null : Number(row.most),
  until: textOrNull(row, "until"),
  each: Number(row.each),
  at: text(row, "at"),
});
