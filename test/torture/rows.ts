import { openLedger, type Ledger } from "../../src/ledger/ledger.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { LedgerError } from "../../src/ledger/store.ts";

/** Looks into the ledger, and closes it again. */
export async function withLedger<T>(address: string, look: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(address);
  try {
    return await look(ledger);
  } finally {
    await ledger.close();
  }
}

export const rowsOf = (address: string): Promise<readonly Delivery[]> =>
  withLedger(address, (ledger) => ledger.deliveries.list({}));

/** Null where it opens. */
export async function whyNotOpen(address: string): Promise<string | null> {
  try {
    return await withLedger(address, async (ledger) => {
      if (address.includes("://")) return null;
      const rows = await ledger.store.read("PRAGMA integrity_check");
      const said = Object.values(rows[0] ?? {})[0];
      return said === "ok" ? null : `its integrity check says ${said}`;
    });
  } catch (error) {
    if (error instanceof LedgerError) return error.message;
    throw error;
  }
}
