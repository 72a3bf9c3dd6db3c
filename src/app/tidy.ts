import { schedule } from "node-cron";
import type { App } from "../app.ts";
import { prune } from "../ledger/retention.ts";
import { forgetUploads } from "../ledger/uploads.ts";

/** Seconds for which a picture is kept that somebody brought and no post carries: they may still be writing. */
const patience = 24 * 3600;

/**
 * Forgets pictures that no post carries, and what the configuration does not keep; how many rows of the ledger became fewer
 * or smaller.
 */
export async function tidy(app: App): Promise<number> {
  const { retention } = app.config;
  const { store } = app.ledger;
  const ago = (seconds: number): string => new Date(app.now().getTime() - seconds * 1000).toISOString();
  const ended = retention === null ? null : ago(retention);
  const pictures = await forgetUploads(store, ago(patience), ended);
  return pictures + (ended === null ? 0 : await prune(store, ended));
}

/** Once a day, by night in the site's zone; returns how to end that. */
export function startTidying(app: App, failed: (error: unknown) => void): () => void {
  const task = schedule("17 3 * * *", () => void tidy(app).catch(failed), {
    timezone: app.config.site.timezone,
    noOverlap: true,
  });
  return () => void task.stop();
}
