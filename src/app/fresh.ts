import type { App } from "../app.ts";
import type { Entry } from "../model/entry.ts";
import { markRecurring } from "../source/newsletter-recurring.ts";

/** Articles that may stand between two issues of one source. */
const between = 60;

/** An entry without the stories that stood in its source's previous issue already: nobody wants those again. */
export async function freshOf(app: App, entry: Entry): Promise<Entry> {
  if (!entry.newsletter || entry.published === null) return entry;
  const older = await app.ledger.entries.before(entry.source, entry.published, between);
  const previous = older.find((one) => one.entry.newsletter)?.entry;
  return previous ? markRecurring(entry, previous) : entry;
}
