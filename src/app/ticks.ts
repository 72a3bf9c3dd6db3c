import { schedule } from "node-cron";
import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import type { Alarm } from "../watch/alarm.ts";
import { beat, watch } from "./watch.ts";

/** Looks at every source when its cron expression says so, in the site's zone; returns how to end that. */
export function startPolling(
  config: Config,
  look: (sources: readonly string[]) => Promise<void>,
): () => void {
  const { timezone } = config.site;
  const byTime = Map.groupBy(config.sources, ({ poll }) => poll);
  const tasks = [...byTime].map(([poll, sources]) =>
    schedule(poll, () => look(sources.map(({ name }) => name)), {
      timezone,
      noOverlap: true,
    }),
  );
  return () => tasks.forEach((task) => void task.stop());
}

/** Gives a sign of life and looks whether all is as it should be, now and every minute; returns how to end that. */
export async function startWatching(
  app: App,
  tell: (alarm: Alarm) => void,
  failed: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const look = async (): Promise<void> => {
    try {
      await beat(app);
      for (const alarm of await watch(app)) tell(alarm);
      app.dispatcher.wake();
    } catch (error) {
      failed(error);
    }
  };
  await look();
  const task = schedule("* * * * *", look, { noOverlap: true });
  return async () => {
    await task.stop();
    await app.ledger.workers.forget([app.worker]).catch(failed);
  };
}
