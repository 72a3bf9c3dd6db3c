import type { App } from "../app.ts";
import type { Source } from "../model/source.ts";
import { isWithdrawn, type Shown } from "../plan/withdrawn.ts";

/**
 * Holds what waits of entries that a look at their source no longer shows, and lets it go on where they are back. Before that look
 * is kept: a death in between has it done again.
 */
export async function followWithdrawals(app: App, source: Source, shown: Omit<Shown, "kind">): Promise<void> {
  const { withdrawals } = app.ledger;
  const { waiting, held } = await withdrawals.open(source.name);
  const all = { ...shown, kind: source.kind };
  for (const id of held.filter((one) => shown.present.has(one))) await withdrawals.release(id, app.now());
  for (const id of waiting.filter((one) => isWithdrawn({ id: one }, all)))
    await withdrawals.hold(id, app.now());
}
