import type { App } from "../../app.ts";
import { showPart } from "../../config/shown.ts";
import { countArrivals, heldEntries, latestOf } from "../../ledger/arrivals.ts";
import { unseen, type SourceState } from "../../ledger/sources.ts";
import type { Source } from "../../model/source.ts";
import type { SourceRow, Sources, SourcesView } from "../../web/team/sources.ts";
import { look } from "../look.ts";
import { brokenIn } from "./broken.ts";
import { showingOf, type Showing } from "./configuration.ts";

export function sourcesOf(app: App): Sources {
  const showing = showingOf(app);
  return {
    all: () => viewAll(app, showing),
    look: async (name, by) => {
      const outcome = await look(app, name, by.login);
      return outcome && { done: outcome.done, lines: [outcome.text] };
    },
  };
}

async function viewAll(app: App, showing: Showing): Promise<SourcesView> {
  const { ledger, config } = app;
  const [states, counts, held] = await Promise.all([
    ledger.sources.all(),
    countArrivals(ledger.store),
    heldEntries(ledger.store),
  ]);
  const waiting = new Map(held.map(({ source, many }) => [source, many]));
  const rows = await Promise.all(
    config.sources.map(async (source) => ({
      ...(await viewState(app, source, states.get(source.name) ?? unseen(source.name))),
      entries: counts.get(source.name) ?? 0,
      held: waiting.get(source.name) ?? 0,
      configuration: showing((manuscript) =>
        showPart(manuscript, ["sources", source.name], defaultsOf(source)),
      ),
    })),
  );
  return { rows, broken: brokenIn(app.problems, "sources", rows) };
}

/** Entries of each that are shown. */
const some = 5;

async function viewState(
  app: App,
  source: Source,
  state: SourceState,
): Promise<Omit<SourceRow, "entries" | "held" | "configuration">> {
  const { name, kind, brake, poll } = source;
  const { reason, failures, polledAt, answeredAt, baselineAt } = state;
  const usual = await nextRun(poll, app.config.site.timezone);
  return {
    name,
    kind,
    brake,
    health: failures > 0 ? "failing" : reason !== null ? "partly" : polledAt === null ? "unseen" : "well",
    reason,
    failures,
    polledAt,
    answeredAt,
    baselineAt,
    nextAt:
      [usual, state.nextAt]
        .filter((at) => at !== null)
        .toSorted()
        .at(-1) ?? null,
    latest: await latestOf(app.ledger.store, name, some),
  };
}

/** When a cron expression comes round again, ISO 8601; null where it never does. */
async function nextRun(poll: string, timezone: string): Promise<string | null> {
  const { createTask } = await import("node-cron");
  const task = createTask(poll, () => undefined, { timezone });
  const [next] = task.getNextRuns(1);
  await task.destroy();
  return next?.toISOString() ?? null;
}

function defaultsOf(source: Source): Readonly<Record<string, string | null>> {
  const { poll, brake, maxAge, only } = source;
  return {
    poll,
    brake: String(brake),
    maxAge: String(maxAge),
    "only.newsletter": String(only.newsletter),
    ...(source.kind === "feed" ? { feed: source.feed } : { markdown: source.markdown, first: source.first }),
  };
}
