import { schedule } from "node-cron";
import type { App } from "../app.ts";
import { prune } from "../ledger/retention.ts";

/** Forgets what the configuration does not keep; how many rows of the ledger became fewer or smaller. */
export async function tidy(app: App): Promise<number> {
  const { retention } = app.config;
  if (retention === null) return 0;
  return prune(app.ledger.store, new Date(app.now().getTime() - retention * 1000).toISOString());
}

/** Once a day, by night in the site's zone; returns how to end that. */
export function startTidying(app: App, failed: (error: unknown) => void): () => void {
  const task = schedule("17 3 * * *", () => void tidy(app).catch(failed), {
    timezone: app.config.site.timezone,
    noOverlap: true,
  });
  return () => void task.stop();
}
