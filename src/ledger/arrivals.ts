import type { EntryState } from "../model/sighting.ts";
import { text, textOrNull } from "./rows.ts";
import type { Store } from "./store.ts";

/** Entries of a source that wait for a person's word. */
export interface HeldEntries {
  readonly source: string;
  readonly many: number;
  /** ISO 8601, UTC: when the first of them was found. */
  readonly since: string;
  /** One of them, and why it is held. */
  readonly id: string;
  readonly reason: string | null;
}

/** By source, without their texts, which may be long. */
export async function heldEntries(store: Store): Promise<readonly HeldEntries[]> {
  const rows = await store.read(`SELECT id, source, reason, many, since FROM entry JOIN
      (SELECT min(id) AS one, count(*) AS many, min(found_at) AS since FROM entry WHERE state = 'held' GROUP BY source) AS held
    ON held.one = entry.id ORDER BY source`);
  return rows.map((row) => ({
    source: text(row, "source"),
    many: Number(row.many),
    since: text(row, "since"),
    id: text(row, "id"),
    reason: textOrNull(row, "reason"),
  }));
}

/** Whether a source has brought something that counts; what was there at the first look counts by its own date. */
export async function hasCome(store: Store, source: string, from: Date): Promise<boolean> {
  const since = from.toISOString();
  const sql = `SELECT 1 FROM entry WHERE source = ? AND found_at >= ?
    AND (state IN ('news', 'held') OR (state = 'baseline' AND coalesce(published, found_at) >= ?)) LIMIT 1`;
  return (await store.read(sql, source, since, since)).length > 0;
}

/** An entry without its text. */
export interface Arrival {
  readonly id: string;
  readonly title: string;
  readonly state: EntryState;
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly foundAt: string;
}

/** The last entries that a source brought, the latest first. */
export async function latestOf(store: Store, source: string, limit: number): Promise<readonly Arrival[]> {
  const rows = await store.read(
    `SELECT id, body ->> '$.title' AS title, state, reason, found_at FROM entry WHERE source = ?
     ORDER BY found_at DESC LIMIT ${Math.trunc(limit)}`,
    source,
  );
  return rows.map((row) => ({
    id: text(row, "id"),
    title: text(row, "title"),
    state: text(row, "state") as EntryState,
    reason: textOrNull(row, "reason"),
    foundAt: text(row, "found_at"),
  }));
}

/** How many entries each source has brought. */
export async function countArrivals(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.read("SELECT source, count(*) AS many FROM entry GROUP BY source");
  return new Map(rows.map((row) => [text(row, "source"), Number(row.many)]));
}
