import { bareEntry, type Entry } from "../model/entry.ts";
import type { PlannedDelivery } from "../model/delivery.ts";
import { insertPlanned } from "./deliveries.ts";
import type { Tx } from "./store.ts";

/** Plans a message. Every delivery is about an entry; this is about one that no source has, made with the first of them. */
export async function planAbout(
  tx: Tx,
  { id, title }: Pick<Entry, "id" | "title">,
  message: Omit<PlannedDelivery, "entry">,
  at: string,
): Promise<void> {
  await tx.run(
    `INSERT INTO entry (id, source, state, found_at, seen_at, fingerprint, body)
     VALUES (?, ?, 'ignored', ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    id,
    id,
    at,
    at,
    id,
    JSON.stringify({ ...bareEntry, language: "en", id, source: id, title }),
  );
  const key =
    "INSERT INTO entry_key (source, kind, value, entry) VALUES (?, 'id', ?, ?) ON CONFLICT DO NOTHING";
  await tx.run(key, id, id, id);
  await insertPlanned(tx, [{ ...message, entry: id }], new Date(at));
}
