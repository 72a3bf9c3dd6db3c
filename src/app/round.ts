import type { App } from "../app.ts";
import { unseen } from "../ledger/sources.ts";
import type { Source } from "../model/source.ts";
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
  const wanted = names && new Set(names);
  const sources = app.config.sources.filter(({ name }) => wanted?.has(name) ?? true);
  const polls = await pollAll(app, say, sources);
  say("Composing …");
  await renewAll(app, polls);
  return { polls, planned: await planNews(app) };
}

async function pollAll(
  app: App,
  say: (text: string) => void,
  sources: readonly Source[],
): Promise<readonly PollReport[]> {
  const known = await app.ledger.sources.all();
  const polls: PollReport[] = [];
  const queue = sources.values();
  const lane = async (): Promise<void> => {
    for (const source of queue) {
      say(`Reading ${source.name} …`);
      polls.push(await poll(app, source, known.get(source.name) ?? unseen(source.name)));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  const unchanged = polls.filter(({ outcome }) => outcome === "unchanged");
  await app.ledger.sources.answered(
    unchanged.map(({ source }) => source),
    app.now(),
  );
  return polls;
}

/** What composes takes longer to load than a round in which nothing happened. */
async function renewAll(app: App, polls: readonly PollReport[]): Promise<void> {
  const changed = await app.ledger.entries.changed();
  const ids = new Set([...polls.flatMap((report) => report.changed), ...changed.map(({ id }) => id)]);
  if (ids.size === 0) return;
  const [{ refresh }, { raise }] = await Promise.all([import("./refresh.ts"), import("./raise.ts")]);
  for (const entry of ids) await refresh(app, entry);
  await raise(app, changed);
}

/** Plans the posts of every entry that is news; how many that were. */
export async function planNews(app: App): Promise<number> {
  const news = await app.ledger.entries.unplanned();
  if (news.length === 0) return 0;
  const { announce } = await import("./announce.ts");
  return announce(app, news);
}
