import { stepName } from "../../model/booking.ts";
import type { Track } from "../../model/result.ts";
import type { App } from "../../app.ts";
import type { MonthSums, Sum } from "../../ledger/month-sums.ts";
import { monthOf } from "../../plan/month.ts";
import type { BestPost, Month, MonthRow } from "../../web/team/results.ts";
import { uncountedOf } from "./counted.ts";
import { reactionsOf, sumOf, totalsAt } from "./tallies.ts";

/** Posts that are named in a report. */
const best = 5;

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The month before that of a moment, as `2026-10`. */
export function monthBefore(now: Date, zone: string): string {
  const [from] = monthOf(now, zone);
  return nameOf(new Date(from.getTime() - 1), zone);
}

/** From that of a moment back to that of the first post, ten years at most. */
export function monthsSince(first: string | null, now: Date, zone: string): readonly string[] {
  if (first === null) return [];
  const end = nameOf(new Date(first), zone);
  const [year = 0, month = 0] = nameOf(now, zone).split("-").map(Number);
  const names = Array.from({ length: 120 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7),
  );
  return names.filter((name) => name >= end);
}

/** The day in the middle of a month is in that month in every zone. */
function nameOf(moment: Date, zone: string): string {
  const [from] = monthOf(moment, zone);
  return new Date(from.getTime() + 14 * 86_400_000).toISOString().slice(0, 7);
}

function spanOf(month: string, zone: string): Span | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return undefined;
  const [from, to] = monthOf(new Date(`${month}-15T12:00:00Z`), zone);
  return { from, to };
}

/** What the posts of a month came to, beside the month before at the same time after its beginning. */
export async function monthResults(app: App, month: string): Promise<Month | undefined> {
  const { timezone } = app.config.site;
  const now = app.now();
  const span = spanOf(month, timezone);
  if (span === undefined || span.from > now) return undefined;
  const name = monthBefore(span.from, timezone);
  const past = spanOf(name, timezone) ?? span;
  const { tracks } = app.ledger;
  const then = past.from.getTime() + (now.getTime() - span.from.getTime());
  const [sums, old] = await Promise.all([
    tracks.sums(span.from, span.to, best),
    tracks.between(past.from, new Date(Math.min(past.to.getTime(), then + 1)), new Date(then)),
  ]);
  const before = old.filter(({ looks }) => looks.length > 0);
  const rows = rowsBy(before, then);
  return {
    month,
    over: span.to <= now,
    posts: addUp(sums.accounts.map(({ posts }) => posts)),
    gone: addUp(sums.accounts.map(({ gone }) => gone)),
    counts: sumOf(sums.accounts.map(({ counts }) => counts)),
    before:
      before.length === 0 ? null : { month: name, posts: before.length, counts: totalsAt(before, then) },
    accounts: rows(sums.accounts, ({ account }) => account),
    entries: await titled(
      app,
      rows(sums.entries, ({ entry }) => entry),
    ),
    steps: rows(sums.steps, ({ campaign, step }) => `${campaign}: ${stepName(step)}`),
    best: await bestOf(app, sums.best),
    uncounted: await uncountedOf(app),
  };
}

const addUp = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Each beside what the same had come to in the month before. */
function rowsBy(old: readonly Track[], then: number) {
  return (sums: readonly Sum[], of: (track: Track) => string): readonly MonthRow[] => {
    const past = Map.groupBy(old, of);
    const rows = sums.map(({ name, channel, posts, counts }) => {
      const before = past.get(name);
      return { id: name, name, channel, posts, counts, before: before ? totalsAt(before, then) : null };
    });
    return rows.toSorted((a, b) => (reactionsOf(b.counts) ?? -1) - (reactionsOf(a.counts) ?? -1));
  };
}

async function titled(app: App, rows: readonly MonthRow[]): Promise<readonly MonthRow[]> {
  const titles = await app.ledger.entries.titles(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, name: titles.get(row.id) ?? row.id }));
}

async function bestOf({ ledger, desk }: App, liked: MonthSums["best"]): Promise<readonly BestPost[]> {
  const posts = await ledger.deliveries.list({ ids: liked.map(({ delivery }) => delivery) });
  const named = await Promise.all(
    liked.map(async ({ delivery, counts }) => {
      const one = posts.find(({ id }) => id === delivery);
      if (one === undefined) return [];
      const { account, post, receipt } = one;
      const label = (await desk.channelOf(account))?.label ?? one.channel;
      const text = post.text || (post.title ?? "");
      return [{ id: delivery, account, label, text, permalink: receipt?.permalink ?? null, counts }];
    }),
  );
  return named.flat();
}
