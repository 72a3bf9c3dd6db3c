import { setTimeout } from "node:timers/promises";
import { schedule } from "node-cron";
import type { App } from "../../app.ts";
import { collect } from "./collect.ts";
import { sendReport } from "./report.ts";

/** Milliseconds for which a round under way may go on after the end. */
const patience = 5_000;

/** Looks every minute at what posts came to, and once a month reports it; returns how to end that. */
export function startCollecting(
  app: App,
  tell: (problem: string) => void,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let round = Promise.resolve();
  let ended = false;
  const look = async (): Promise<void> => {
    try {
      if (await sendReport(app)) app.dispatcher.wake();
      const { problems } = await collect(app);
      problems.forEach(tell);
    } catch (error) {
      if (!ended) failed(error);
    }
  };
  const task = schedule("* * * * *", () => (round = look()), { noOverlap: true });
  return async () => {
    ended = true;
    await task.stop();
    // Whoever ends the service need not wait for a slow network: what was not kept is looked at again.
    await Promise.race([round, setTimeout(patience, undefined, { ref: false })]);
  };
}
