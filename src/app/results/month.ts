import { stepName } from "../../model/booking.ts";
import type { Track } from "../../model/result.ts";
import type { App } from "../../app.ts";
import { monthOf } from "../../plan/month.ts";
import type { BestPost, Month, MonthRow } from "../../web/team/results.ts";
import { uncountedOf } from "./counted.ts";
import { countsAt, reactionsOf, totalsAt, totalsOf } from "./tallies.ts";

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
  const [own, old] = await Promise.all([
    tracks.between(span.from, span.to, now),
    tracks.between(past.from, new Date(Math.min(past.to.getTime(), then + 1)), new Date(then)),
  ]);
  const before = old.filter(({ looks }) => looks.length > 0);
  const rows = rowsBy(own, before, then);
  return {
    month,
    over: span.to <= now,
    posts: own.length,
    gone: own.filter(({ goneAt }) => goneAt !== null).length,
    counts: totalsOf(own),
    before:
      before.length === 0 ? null : { month: name, posts: before.length, counts: totalsAt(before, then) },
    accounts: rows(({ account }) => account),
    entries: await titled(
      app,
      rows(({ entry }) => entry),
    ),
    steps: rows(({ campaign, step }) => `${campaign}: ${stepName(step)}`),
    best: await bestOf(app, own),
    uncounted: await uncountedOf(app),
  };
}

function rowsBy(own: readonly Track[], old: readonly Track[], then: number) {
  return (of: (track: Track) => string): readonly MonthRow[] => {
    const past = Map.groupBy(old, of);
    const groups = [...Map.groupBy(own, of)].map(([name, some]) => {
      const before = past.get(name);
      return {
        id: name,
        name,
        channel: some[0]?.channel ?? "",
        posts: some.length,
        counts: totalsOf(some),
        before: before ? totalsAt(before, then) : null,
      };
    });
    return groups.toSorted((a, b) => (reactionsOf(b.counts) ?? -1) - (reactionsOf(a.counts) ?? -1));
  };
}

async function titled(app: App, rows: readonly MonthRow[]): Promise<readonly MonthRow[]> {
  const titles = await app.ledger.entries.titles(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, name: titles.get(row.id) ?? row.id }));
}

async function bestOf({ ledger, desk }: App, tracks: readonly Track[]): Promise<readonly BestPost[]> {
  const liked = tracks
    .map((track) => ({ track, counts: countsAt(track, Infinity) }))
    .flatMap(({ track, counts }) => (counts && (reactionsOf(counts) ?? 0) > 0 ? [{ track, counts }] : []))
    .toSorted((a, b) => (reactionsOf(b.counts) ?? 0) - (reactionsOf(a.counts) ?? 0))
    .slice(0, best);
  const posts = await ledger.deliveries.list({ ids: liked.map(({ track }) => track.delivery) });
  const named = await Promise.all(
    liked.map(async ({ track, counts }) => {
      const one = posts.find(({ id }) => id === track.delivery);
      const label = (await desk.channelOf(track.account))?.label ?? track.channel;
      const { post, receipt } = one ?? {};
      const text = post === undefined ? "" : post.text || (post.title ?? "");
      const permalink = receipt?.permalink ?? null;
      return { id: track.delivery, account: track.account, label, text, permalink, counts };
    }),
  );
  return named;
}
