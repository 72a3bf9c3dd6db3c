import { schedule } from "node-cron";
import type { Config } from "../config/config.ts";

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
