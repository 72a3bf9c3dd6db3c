import type { App } from "../app.ts";
import { startEvents } from "../app/events.ts";
import { startCollecting } from "../app/results/tick.ts";
import { round, type Round } from "../app/round.ts";
import { startPolling, startWatching } from "../app/ticks.ts";
import { startTidying } from "../app/tidy.ts";

/** Who hears of what a service does by itself. */
export interface Tellers {
  readonly round: (done: Round) => void;
  /** One sentence. */
  readonly problem: (text: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Looks, posts and watches until it is told to end. Whatever fails is told, and tried again by the next round. */
export async function work(
  app: App,
  { round: told, problem, failed }: Tellers,
): Promise<() => Promise<void>> {
  const look = (names?: readonly string[]): Promise<void> =>
    round(app, () => undefined, names).then(told, failed);
  const settle = (): Promise<void> => app.dispatcher.runDue().catch(failed);
  // Whatever a former process left half-done is settled before anything new is looked at.
  await settle();
  await look();
  await settle();
  app.dispatcher.start(failed);
  const stopPolling = startPolling(app.config, look);
  const stopTidying = startTidying(app, failed);
  const stopEvents = startEvents(app, failed);
  const stopCollecting = startCollecting(app, (text) => problem(`Results: ${text}`), failed);
  const stopWatching = await startWatching(app, ({ text, mend }) => problem(`${text} ${mend}`), failed);
  return async () => {
    stopPolling();
    stopTidying();
    await stopEvents();
    await stopCollecting();
    return stopWatching();
  };
}

/** Milliseconds for which the same sentence is not said again. */
const pause = 3_600_000;

/** Says what failed, and the same again only after an hour: a full disk fails every round. */
export function tellerOf(say: (text: string) => void, now: () => number): (error: unknown) => void {
  const said = new Map<string, number>();
  return (error) => {
    const text = error instanceof Error ? error.message : String(error);
    if (now() - (said.get(text) ?? -Infinity) < pause) return;
    // Sentences with an address or an hour in them must not be kept for ever.
    if (said.size > 100) said.clear();
    said.set(text, now());
    say(text);
  };
}
