import type { Track } from "../model/result.ts";
import { marks } from "./deliveries.ts";
import { text } from "./rows.ts";
import type { Store } from "./store.ts";

/** Entries whose tracks stay in memory. */
const most = 60;

interface Kept {
  readonly stamp: string;
  readonly tracks: readonly Track[];
}

/**
 * Reads the tracks of an entry once, and again when a look has changed them: an old issue's change no more, and to read them
 * takes most of a page's time.
 */
export function keepingTracks(
  store: Store,
  read: (entries: readonly string[]) => Promise<readonly Track[]>,
): (entries: readonly string[]) => Promise<readonly Track[]> {
  const kept = new Map<string, Kept>();
  return async (entries) => {
    const stamps = await stampsOf(store, entries);
    const stale = entries.filter((entry) => kept.get(entry)?.stamp !== stamps.get(entry));
    const fresh = Map.groupBy(stale.length === 0 ? [] : await read(stale), ({ entry }) => entry);
    for (const entry of stale)
      kept.set(entry, { stamp: stamps.get(entry) ?? "", tracks: fresh.get(entry) ?? [] });
    const tracks = entries.flatMap((entry) => kept.get(entry)?.tracks ?? []);
    for (const entry of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(entry);
    return tracks;
  };
}

/** Another after every look. */
async function stampsOf(store: Store, entries: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.read(
    `SELECT entry, json_array(count(*), count(at), max(at), count(next_at), min(next_at), max(next_at), count(gone_at),
       sum(likes), sum(reposts), sum(replies), sum(clicks), sum(views)) AS stamp
     FROM result WHERE entry IN (${marks(entries)}) GROUP BY entry`,
    ...entries,
  );
  return new Map(rows.map((row) => [text(row, "entry"), text(row, "stamp")]));
}
