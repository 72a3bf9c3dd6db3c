import type { App } from "../app.ts";
import type { Entry } from "../model/entry.ts";
import { markRecurring } from "../source/newsletter-recurring.ts";

/** An entry without the stories that stood in its source's previous issue already: nobody wants those again. */
export async function freshOf(app: App, entry: Entry): Promise<Entry> {
  if (!entry.newsletter || entry.published === null) return entry;
  const known = await app.ledger.entries.ofSource(entry.source);
  const others = known.map((one) => one.entry);
  const older = others.filter((one) => one.newsletter && (one.published ?? "") < (entry.published ?? ""));
  const [previous] = older.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  return previous ? markRecurring(entry, previous) : entry;
}
