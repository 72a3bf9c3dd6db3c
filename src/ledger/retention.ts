import type { Store } from "./store.ts";

/** Rows in one change: whoever delivers need not wait long for it. */
const chunk = 2_000;

/**
 * Forgets how what ended long ago came about: its tries and memos, people's decisions, alarms. `before`: ISO 8601, UTC. What was
 * sent where, and all that an entry is known by, stays for ever: what was announced once is known as long as a feed
 * shows it. How many rows are gone, or smaller.
 */
export async function prune(store: Store, before: string): Promise<number> {
  let many = 0;
  for (const rule of rules) many += await apply(store, rule, before);
  return many;
}

interface Rule {
  /** The rows to forget, by the moment before which they ended. */
  readonly pick: string;
  /** What is done about them, up to the list of them. */
  readonly act: string;
}

const ended = "state IN ('sent', 'cancelled', 'retracted') AND changed_at < ?";

const rules: readonly Rule[] = [
  {
    // The memo of what was cancelled stays: it says that the post may be live.
    pick: `SELECT id FROM delivery WHERE ${ended} AND state <> 'cancelled' AND memo IS NOT NULL`,
    act: "UPDATE delivery SET memo = NULL, armed_at = NULL WHERE id IN",
  },
  {
    pick: `SELECT id FROM delivery WHERE ${ended} AND id <> (SELECT delivery FROM attempt ORDER BY rowid DESC LIMIT 1)
      AND EXISTS (SELECT 1 FROM attempt WHERE attempt.delivery = delivery.id)`,
    act: "DELETE FROM attempt WHERE delivery IN",
  },
  {
    // The last row stays, here and above: `mark.ts` goes by its number.
    pick: "SELECT rowid FROM audit WHERE at < ? AND rowid < (SELECT max(rowid) FROM audit)",
    act: "DELETE FROM audit WHERE rowid IN",
  },
  {
    pick: "SELECT rowid FROM alarm WHERE ended_at < ?",
    act: "DELETE FROM alarm WHERE rowid IN",
  },
];

/** A look first: a change that changes nothing would cost a sync of the disk all the same. */
async function apply(store: Store, { pick, act }: Rule, before: string): Promise<number> {
  let many = 0;
  while ((await store.read(`${pick} LIMIT 1`, before)).length > 0)
    many += await store.commit((tx) => tx.run(`${act} (${pick} LIMIT ${chunk})`, before));
  return many;
}
