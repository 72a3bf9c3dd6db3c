import { worded } from "../model/worded.ts";
import { writeDecision } from "./audit.ts";
import { calls } from "../model/delivery.ts";
import { marks } from "./deliveries.ts";
import { text } from "./rows.ts";
import type { Store, Tx } from "./store.ts";

/** Nothing goes out while one lasts; what is under way is still looked after. */
export interface Stop {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly reason: string;
}

export interface Stops {
  /** The one that lasts; null where everything goes on. */
  current(): Promise<Stop | null>;
  /** False where one lasts already. */
  begin(stop: Stop): Promise<boolean>;
  /**
   * Everything goes on. Of what has come due meanwhile only `chosen` goes out; the rest is held, for a person to decide.
   * How many were held; undefined where none lasted.
   */
  end(chosen: readonly string[], who: string, now: Date): Promise<number | undefined>;
}

export function stopsOf(store: Store): Stops {
  return {
    current: async () => {
      const [row] = await store.read("SELECT at, who, reason FROM stop WHERE ended_at IS NULL");
      return row ? { at: text(row, "at"), who: text(row, "who"), reason: text(row, "reason") } : null;
    },
    begin: ({ at, who, reason }) =>
      store.commit(async (tx) => {
        const sql = "INSERT INTO stop (at, who, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        const begun = (await tx.run(sql, at, who, reason)) === 1;
        if (begun)
          await writeDecision(tx, { at, who, action: "hold everything", subject: "all", detail: reason });
        return begun;
      }),
    end: (chosen, who, now) => store.commit((tx) => end(tx, chosen, who, now.toISOString())),
  };
}

async function end(tx: Tx, chosen: readonly string[], who: string, now: string): Promise<number | undefined> {
  const ended = await tx.run("UPDATE stop SET ended_at = ?, ended_by = ? WHERE ended_at IS NULL", now, who);
  if (ended === 0) return undefined;
  const held = await tx.run(
    `UPDATE delivery SET state = 'held', reason = ?, changed_at = ?
     WHERE state = 'scheduled' AND campaign <> '${calls}' AND due_at <= ? AND id NOT IN (${marks(chosen)})`,
    worded`It came due while everything was held, and was not chosen to go out late: release or cancel it.`,
    now,
    now,
    ...chosen,
  );
  const detail = worded`${chosen.length} go out late, ${held} stay held.`;
  await writeDecision(tx, { at: now, who, action: "release everything", subject: "all", detail });
  return held;
}
