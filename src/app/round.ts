import type { App } from "../app.ts";
import { planNews } from "./announce.ts";
import { poll, type PollReport } from "./poll.ts";
import { refresh } from "./refresh.ts";

/** Sources looked at side by side. */
const width = 64;

export interface Round {
  readonly polls: readonly PollReport[];
  /** How many posts were planned. */
  readonly planned: number;
}

/** Looks at every source, plans what is news, and renews what waits where its entry changed. `say`: what is being done. */
export async function round(
  app: App,
  say: (text: string) => void,
  names?: readonly string[],
): Promise<Round> {
  const queue = app.config.sources.filter(({ name }) => names === undefined || names.includes(name));
  const polls: PollReport[] = [];
  const lane = async (): Promise<void> => {
    for (let source = queue.shift(); source !== undefined; source = queue.shift()) {
      say(`Reading ${source.name} …`);
      polls.push(await poll(app, source));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, lane));
  for (const entry of polls.flatMap(({ changed }) => changed)) await refresh(app, entry);
  say("Composing …");
  return { polls, planned: await planNews(app) };
}
