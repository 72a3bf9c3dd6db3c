import type { App } from "../../app.ts";
import type { EntryRow } from "../../web/team/posts.ts";

/** Entries on one page. */
const many = 30;

/** Newest first, from below that entry on. */
export async function listEntries(app: App, below: string | null): Promise<readonly EntryRow[]> {
  const rows = await app.ledger.entries.page(below, many);
  const counts = await app.ledger.deliveries.countsOf(rows.map(({ id }) => id));
  return rows.map(({ id, entry, state, foundAt }) => ({
    id,
    title: entry.title,
    source: entry.source,
    state,
    foundAt,
    counts: counts.get(id) ?? {},
  }));
}
