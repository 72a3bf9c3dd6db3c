import type { App } from "../app.ts";
import type { Entry } from "../model/entry.ts";
import { markRecurring } from "../source/newsletter-recurring.ts";

/** Articles that may stand between two issues of one source. */
const between = 60;

/** An entry without the stories that stood in its source's previous issue already: nobody wants those again. */
export async function freshOf(app: App, entry: Entry): Promise<Entry> {
  if (!entry.newsletter || entry.published === null) return entry;
  const previous = await previousIssue(app, entry.source, entry.published);
  return previous ? markRecurring(entry, previous) : entry;
}

/** Mostly the last one before: all that may stand between is read only where it is none. */
async function previousIssue({ ledger }: App, source: string, published: string): Promise<Entry | undefined> {
  const [last] = await ledger.entries.before(source, published, 1);
  if (last === undefined || last.entry.newsletter) return last?.entry;
  const older = await ledger.entries.before(source, published, between);
  return older.find((one) => one.entry.newsletter)?.entry;
}
