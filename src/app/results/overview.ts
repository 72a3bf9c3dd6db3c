import type { App } from "../../app.ts";
import type { CountedEntry } from "../../ledger/tracks.ts";
import type { IssueResult, Overview, ResultsAsk, Told } from "../../web/team/results.ts";
import { byAccount, byStep, compare, type Issue, issueOf, many } from "./compare.ts";
import { uncountedOf } from "./counted.ts";
import { monthsSince } from "./month.ts";
import { sumOf } from "./tallies.ts";

/** Issues on one page. */
const shown = 6;

export async function overviewOf(app: App, { below, source }: ResultsAsk): Promise<Overview> {
  const { tracks } = app.ledger;
  const found = await tracks.entries({ below, source, limit: shown + 1 });
  const page = found.slice(0, shown);
  const issues = await resultsOf(app, page);
  const sources = app.config.sources.map(({ name }) => name);
  return {
    issues,
    more: found.length > shown,
    sources: sources.length > 1 ? sources : [],
    months: monthsSince(await tracks.first(), app.now(), app.config.site.timezone),
    uncounted: await uncountedOf(app),
  };
}

/** One entry beside those of its source before it; undefined where none of its posts is counted. */
export async function resultOf(app: App, id: string): Promise<IssueResult | undefined> {
  const known = await app.ledger.entries.get(id);
  if (known === undefined) return undefined;
  const { source, title } = known.entry;
  const [result] = await resultsOf(app, [{ id, source, title }]);
  return result !== undefined && result.posts > 0 ? result : undefined;
}

async function resultsOf(app: App, page: readonly CountedEntry[]): Promise<readonly IssueResult[]> {
  const before = await earlierOf(app, page);
  const known = [...new Map([...page, ...before].map((one) => [one.id, one])).values()];
  const tracks = await app.ledger.tracks.ofEntries(known.map(({ id }) => id));
  const byEntry = Map.groupBy(tracks, ({ entry }) => entry);
  const issues = new Map(known.map(({ id, title }) => [id, issueOf(id, title, byEntry.get(id) ?? [])]));
  return page.map((one) => {
    const line = known.filter(({ source }) => source === one.source);
    const at = line.findIndex(({ id }) => id === one.id);
    const earlier = line.slice(at + 1, at + 1 + many).flatMap(({ id }) => issues.get(id) ?? []);
    return viewOf(one, issues.get(one.id) ?? issueOf(one.id, one.title, []), earlier);
  });
}

/** Of each source on the page, those that come before its last one there. */
async function earlierOf({ ledger }: App, page: readonly CountedEntry[]): Promise<readonly CountedEntry[]> {
  const sources = [...new Set(page.map(({ source }) => source))];
  const all = await Promise.all(
    sources.map((source) => {
      const last = page.findLast((one) => one.source === source);
      return ledger.tracks.entries({ below: last?.id, source, limit: many });
    }),
  );
  return all.flat();
}

function viewOf({ id, title, source }: CountedEntry, issue: Issue, earlier: readonly Issue[]): IssueResult {
  const { stretch, tracks } = issue;
  const { groups, ...sums } = compare(issue, earlier);
  return {
    id,
    title,
    source,
    posts: tracks.length,
    gone: tracks.filter(({ goneAt }) => goneAt !== null).length,
    ...sums,
    age: stretch && (stretch.end - stretch.begin) / 1000,
    accounts: groups(byAccount),
    steps: groups(byStep),
  };
}

/** By the last looks at these deliveries; null where nobody has looked. */
export async function toldOf({ ledger }: App, deliveries: readonly string[]): Promise<Told | null> {
  const latest = [...(await ledger.tracks.latest(deliveries)).values()];
  const at = latest
    .map((one) => one.at)
    .toSorted()
    .at(-1);
  if (at === undefined) return null;
  const gone = latest.filter(({ goneAt }) => goneAt !== null).length;
  return { counts: sumOf(latest.map(({ counts }) => counts)), at, gone };
}
