import { type Counts, type Look, type Measure, type Track, untold } from "../../model/result.ts";

/** What a post had come to at a moment, between two looks as if it had grown evenly; null where it was not out yet. */
export function countsAt({ sentAt, looks }: Track, moment: number): Counts | null {
  if (sentAt > moment) return null;
  const at = looks.findIndex((look) => look.at > moment);
  const before = at === -1 ? looks.at(-1) : looks[at - 1];
  const next = at === -1 ? undefined : looks[at];
  if (next === undefined) return before?.counts ?? untold;
  const from = before?.at ?? sentAt;
  const share = (moment - from) / (next.at - from);
  return mapCounts((measure) => between(before, next, measure, share));
}

function between(before: Look | undefined, next: Look, measure: Measure, share: number): number | null {
  const end = next.counts[measure];
  if (end === null) return before?.counts[measure] ?? null;
  const begin = before ? before.counts[measure] : 0;
  return begin === null ? end : begin + (end - begin) * share;
}

/** What all of them had come to; null for what none of them tells. */
export function totalsAt(tracks: readonly Track[], moment: number): Counts {
  return sumOf(tracks.map((track) => countsAt(track, moment)).filter((counts) => counts !== null));
}

/** Of what they came to by the last look at each. */
export const totalsOf = (tracks: readonly Track[]): Counts => totalsAt(tracks, Infinity);

export function sumOf(all: readonly Counts[]): Counts {
  return mapCounts((measure) => {
    let sum: number | null = null;
    for (const counts of all) {
      const count = counts[measure];
      if (count !== null) sum = (sum ?? 0) + count;
    }
    return sum === null ? null : Math.round(sum);
  });
}

/** For each measure that of the middle one of those that tell it; of two in the middle what is between them. */
export function medianOf(all: readonly Counts[]): Counts {
  return mapCounts((measure) =>
    median(all.map((counts) => counts[measure]).filter((count) => count !== null)),
  );
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

/** What readers did: likes, reposts and replies together; null where nobody tells any of them. */
export function reactionsOf({ likes, reposts, replies }: Counts): number | null {
  const told = [likes, reposts, replies].filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((sum, count) => sum + count, 0);
}

function mapCounts(count: (measure: Measure) => number | null): Counts {
  return {
    likes: count("likes"),
    reposts: count("reposts"),
    replies: count("replies"),
    clicks: count("clicks"),
    views: count("views"),
  };
}

/** From the first post to the last look. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** Null where nobody has looked yet. */
export function stretchOf(tracks: readonly Track[]): Stretch | null {
  const last = tracks.flatMap(({ looks }) => looks.at(-1)?.at ?? []);
  if (last.length === 0) return null;
  return { begin: Math.min(...tracks.map(({ sentAt }) => sentAt)), end: Math.max(...last) };
}
