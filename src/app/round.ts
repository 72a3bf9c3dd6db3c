import type { App } from "../app.ts";
import { poll, type PollReport } from "./poll.ts";

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
  say("Composing …");
  await renewAll(app, polls);
  return { polls, planned: await planNews(app) };
}

/** What composes takes longer to load than a round in which nothing happened. */
async function renewAll(app: App, polls: readonly PollReport[]): Promise<void> {
  const changed = polls.flatMap((report) => report.changed);
  if (changed.length === 0) return;
  const { refresh } = await import("./refresh.ts");
  for (const entry of changed) await refresh(app, entry);
}

/** Plans the posts of every entry that is news; how many that were. */
export async function planNews(app: App): Promise<number> {
  const news = await app.ledger.entries.unplanned();
  if (news.length === 0) return 0;
  const { announce } = await import("./announce.ts");
  return announce(app, news);
}
