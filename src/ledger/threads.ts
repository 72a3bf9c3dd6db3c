import type { State } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { text } from "./rows.ts";
import type { Store, Tx } from "./store.ts";

/** SQL: two deliveries of one thread. */
export const sameThread = (a: string, b: string): string =>
  ["account", "campaign", "step", "entry", "story"]
    .map((column) => `${a}.${column} = ${b}.${column}`)
    .join(" AND ");

/** The part before `delivery`, as `before`. */
const isBefore = `${sameThread("before", "delivery")} AND before.part = delivery.part - 1`;

/** States of a part that will not go out by itself: what comes after it cannot. */
const stopped = "('cancelled', 'retracted', 'failed')";

/**
 * Parts of a thread wait for the part before, or are claimed to be held where that will not go out any more; who posts by hand gets
 * all of them.
 */
export const ready = `(part = 1 OR EXISTS (SELECT 1 FROM delivery AS before
  WHERE ${isBefore} AND (before.state IN ('sent', 'handed') OR before.state IN ${stopped})))`;

export async function isStranded(tx: Pick<Tx, "all">, id: string): Promise<boolean> {
  const sql = `SELECT 1 FROM delivery WHERE id = ? AND EXISTS (SELECT 1 FROM delivery AS before WHERE ${isBefore} AND before.state IN ${stopped})`;
  return (await tx.all(sql, id)).length > 0;
}

/** The part before; undefined where it is the first. */
export async function stateBefore(
  store: Store,
  id: string,
): Promise<{ id: string; state: State } | undefined> {
  const [row] = await store.read(
    `SELECT before.id, before.state FROM delivery JOIN delivery AS before ON ${isBefore} WHERE delivery.id = ?`,
    id,
  );
  return row && { id: text(row, "id"), state: text(row, "state") as State };
}

/** What becomes of the later parts of a thread when one has been cancelled, or comes back. */
export async function follow(tx: Tx, id: string, state: State): Promise<void> {
  if (state === "cancelled") await cancelAfter(tx, id);
  else if (state === "draft" || state === "scheduled" || state === "sent") await bringBackAfter(tx, id);
}

const isAfter = `id IN (SELECT later.id FROM delivery AS first JOIN delivery AS later
  ON ${sameThread("first", "later")} AND later.part > first.part WHERE first.id = ?)`;
const then = "changed_at = (SELECT changed_at FROM delivery WHERE id = ?)";

/** They keep what they were, and why a person held them. */
async function cancelAfter(tx: Tx, id: string): Promise<void> {
  await tx.run(
    `UPDATE delivery SET state = 'cancelled', set_aside = coalesce(set_aside, state), ${then},
       reason = CASE WHEN state = 'held' AND set_aside IS NULL THEN reason ELSE ? END
     WHERE state IN ('draft', 'scheduled', 'held') AND ${isAfter}`,
    id,
    worded`Cancelled with the part before it.`,
    id,
  );
}

/** But for those that another part keeps back, which was stopped by itself. */
async function bringBackAfter(tx: Tx, id: string): Promise<void> {
  await tx.run(
    `UPDATE delivery SET state = set_aside, set_aside = NULL, ${then},
       reason = CASE WHEN set_aside = 'held' THEN reason END
     WHERE set_aside IS NOT NULL AND ${isAfter}
       AND NOT EXISTS (SELECT 1 FROM delivery AS other WHERE ${sameThread("other", "delivery")}
         AND other.part < delivery.part AND other.set_aside IS NULL AND other.state IN ${stopped})`,
    id,
    id,
  );
}
