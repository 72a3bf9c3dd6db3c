import type { Store } from "./store.ts";

/** In a ledger that only rehearses: all that is due by then went out when it was due, as if everybody had agreed to it. */
export async function sendAllDue(store: Store, now: Date): Promise<void> {
  const at = now.toISOString();
  await store.commit((tx) =>
    tx.run(
      `UPDATE delivery SET state = 'sent', changed_at = ? WHERE state IN ('draft', 'scheduled') AND due_at <= ?`,
      at,
      at,
    ),
  );
}
