import type { App } from "../app.ts";
import type { BookingChange } from "../ledger/plans.ts";
import { unseen } from "../ledger/sources.ts";
import type { Source } from "../model/source.ts";
import { planPrint } from "./plan-print.ts";
import type { PlanReport } from "./planning.ts";
import { poll, type Look, type PollReport } from "./poll.ts";

/** Sources looked at side by side. */
const width = 64;

export interface Round {
  readonly polls: readonly PollReport[];
  /** How many posts were planned. */
  readonly planned: number;
  /** What the plan did to posts that waited. */
  readonly moved: readonly BookingChange[];
}

/** Looks at every source, brings the plan up to date, and renews what waits where its entry changed. `say`: what is being done. */
export async function round(
  app: App,
  say: (text: string) => void,
  names?: readonly string[],
  look?: Look,
): Promise<Round> {
  const wanted = names && new Set(names);
  const sources = app.config.sources.filter(({ name }) => wanted?.has(name) ?? true);
  const polls = await pollAll(app, say, sources, look);
  say("Composing …");
  const plan = await planRound(
    app,
    polls.flatMap((report) => report.changed),
  );
  // After that: what the plan has cancelled needs no other words.
  await renewAll(app, polls);
  return { polls, planned: plan.added, moved: plan.changed };
}

async function pollAll(
  app: App,
  say: (text: string) => void,
  sources: readonly Source[],
  look?: Look,
): Promise<readonly PollReport[]> {
  const known = await app.ledger.sources.all();
  const polls: PollReport[] = [];
  const queue = sources.values();
  const lane = async (): Promise<void> => {
    for (const source of queue) {
      say(`Reading ${source.name} …`);
      polls.push(await poll(app, source, known.get(source.name) ?? unseen(source.name), look));
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

const nothing: PlanReport = { added: 0, changed: [] };

/** Plans anew where anything may come out otherwise than the last time: most rounds, nothing does. */
async function planRound(app: App, changed: readonly string[]): Promise<PlanReport> {
  const last = await app.ledger.plans.last();
  const same = last?.fingerprint === planPrint(app.config, app.now());
  if (same && changed.length === 0 && (await app.ledger.entries.unplanned()).length === 0) return nothing;
  const { planAhead } = await import("./planning.ts");
  return planAhead(app, changed);
}

/** Plans the posts of every entry that is news; how many that were. */
export const planNews = async (app: App): Promise<number> => (await planRound(app, [])).added;
