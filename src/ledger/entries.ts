import type { Entry } from "../model/entry.ts";
import type { PlannedDelivery } from "../model/delivery.ts";
import type { EntryKey, EntryState, KnownEntry, Sighting } from "../model/sighting.ts";
import { insertPlanned, marks, shortId } from "./deliveries.ts";
import { text, textOrNull } from "./rows.ts";
import { keepState, type SourceState } from "./sources.ts";
import type { Row, Store, Tx, Value } from "./store.ts";

export interface Entries {
  /** Those of a source, newest first. */
  ofSource(source: string): Promise<readonly KnownEntry[]>;
  /** Those of a source that were published before, the latest first. */
  before(source: string, published: string, limit: number): Promise<readonly KnownEntry[]>;
  /** Who is known by which key in a source. */
  keys(source: string): Promise<ReadonlyMap<string, string>>;
  get(id: string): Promise<KnownEntry | undefined>;
  list(states: readonly EntryState[], limit: number): Promise<readonly KnownEntry[]>;
  /** The newest that was ever known by that address, in any source. */
  at(url: string): Promise<string | undefined>;
  /** Of those that are there, by id. */
  titles(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Of all sources, newest first, from below that entry on. */
  page(below: string | null, limit: number): Promise<readonly KnownEntry[]>;
  /** News that has posts still to be planned. */
  unplanned(): Promise<readonly KnownEntry[]>;
  /** Keeps what a look at a source said, and with it how the source is now: both or neither. */
  keep(sightings: readonly Kept[], now: Date, source?: SourceState): Promise<void>;
  /** The posts of an entry; `complete` when none is missing. */
  plan(entry: string, planned: readonly PlannedDelivery[], complete: boolean, now: Date): Promise<number>;
  /** Those that changed since their posts were last compared with them, each with what it said then. */
  changed(): Promise<readonly { readonly id: string; readonly former: Entry; readonly entry: Entry }[]>;
  /** Their posts were compared with `entry`; nothing happens to one that has changed again meanwhile. */
  compared(entries: readonly { readonly id: string; readonly entry: Entry }[]): Promise<void>;
  /** A person's word; false where the entry is in none of the states `from`. */
  decide(
    id: string,
    from: readonly EntryState[],
    to: EntryState,
    reason: string | null,
    now: Date,
  ): Promise<boolean>;
}

/** A sighting with what identity derived from it. */
export interface Kept {
  readonly sighting: Sighting;
  readonly keys: readonly EntryKey[];
  /** Of these, those that nobody had when it was judged: where somebody has one by now, another process was quicker. */
  readonly unknown: readonly EntryKey[];
  readonly fingerprint: string;
}

export function entriesOf(store: Store): Entries {
  const query = async (rest: string, ...values: readonly Value[]): Promise<readonly KnownEntry[]> =>
    (await store.read(`SELECT * FROM entry ${rest}`, ...values)).map(knownOf);
  return {
    ofSource: (source) =>
      query("WHERE source = ? ORDER BY found_at DESC, published DESC, rowid DESC", source),
    before: (source, published, limit) =>
      query(
        `WHERE source = ? AND published < ? ORDER BY published DESC LIMIT ${Math.trunc(limit)}`,
        source,
        published,
      ),
    keys: (source) => keys(store, source),
    get: async (id) => (await query("WHERE id = ?", id))[0],
    list: async (states, limit) => {
      // Each by itself: the database would sort all that were ever in any of them.
      const rest = `WHERE state = ? ORDER BY found_at DESC, published DESC LIMIT ${Math.trunc(limit)}`;
      const found = await Promise.all(states.map((state) => query(rest, state)));
      return found.flat().toSorted(newestFirst).slice(0, limit);
    },
    unplanned: () => query("WHERE state = 'news' AND planned_at IS NULL ORDER BY found_at, published, rowid"),
    at: async (url) => {
      const sql = `SELECT entry FROM entry_key JOIN entry ON entry.id = entry_key.entry
        WHERE entry_key.source = ? AND kind = 'url' AND value = ? ORDER BY found_at DESC`;
      const sources = await store.read("SELECT DISTINCT source FROM entry");
      for (const row of sources) {
        const [found] = await store.read(sql, text(row, "source"), url);
        if (found !== undefined) return text(found, "entry");
      }
      return undefined;
    },
    titles: async (ids) => {
      const sql = `SELECT id, body ->> '$.title' AS title FROM entry WHERE id IN (${marks(ids)})`;
      return new Map((await store.read(sql, ...ids)).map((row) => [text(row, "id"), text(row, "title")]));
    },
    page: (below, limit) =>
      query(
        `WHERE ? IS NULL OR (found_at, id) < (SELECT found_at, id FROM entry WHERE id = ?)
         ORDER BY found_at DESC, id DESC LIMIT ${Math.trunc(limit)}`,
        below,
        below,
      ),
    keep: (sightings, now, source) => store.commit((tx) => keepAll(tx, sightings, now.toISOString(), source)),
    plan: (entry, planned, complete, now) => store.commit((tx) => plan(tx, entry, planned, complete, now)),
    changed: async () =>
      (await store.read("SELECT id, former, body FROM entry WHERE former IS NOT NULL ORDER BY id")).map(
        (row) => ({
          id: text(row, "id"),
          former: JSON.parse(text(row, "former")) as Entry,
          entry: JSON.parse(text(row, "body")) as Entry,
        }),
      ),
    compared: (entries) =>
      store.commit(async (tx) => {
        const sql = "UPDATE entry SET former = NULL WHERE id = ? AND body = ?";
        for (const { id, entry } of entries) await tx.run(sql, id, JSON.stringify(entry));
      }),
    decide: (id, from, to, reason, now) =>
      store.commit((tx) => decide(tx, id, from, to, reason, now.toISOString())),
  };
}

const newestFirst = (a: KnownEntry, b: KnownEntry): number =>
  b.foundAt.localeCompare(a.foundAt) || (b.entry.published ?? "").localeCompare(a.entry.published ?? "");

export function knownOf(row: Row): KnownEntry {
  return {
    id: text(row, "id"),
    entry: JSON.parse(text(row, "body")) as Entry,
    state: text(row, "state") as EntryState,
    reason: textOrNull(row, "reason"),
    foundAt: text(row, "found_at"),
    newsAt: textOrNull(row, "news_at"),
    plannedAt: textOrNull(row, "planned_at"),
    fingerprint: text(row, "fingerprint"),
  };
}

async function keys(store: Store, source: string): Promise<ReadonlyMap<string, string>> {
  const rows = await store.read("SELECT kind, value, entry FROM entry_key WHERE source = ?", source);
  return new Map(rows.map((row) => [`${text(row, "kind")} ${text(row, "value")}`, text(row, "entry")]));
}

async function keepAll(tx: Tx, sightings: readonly Kept[], now: string, source?: SourceState): Promise<void> {
  for (const kept of sightings) await keepOne(tx, kept, now);
  if (source !== undefined) await keepState(tx, source);
}

async function keepOne(tx: Tx, kept: Kept, now: string): Promise<void> {
  const { sighting, fingerprint } = kept;
  if (sighting.kind === "new" && (await isTaken(tx, kept))) return;
  const id = sighting.kind === "new" ? shortId() : sighting.known;
  if (sighting.kind === "new") await insert(tx, id, sighting, fingerprint, now);
  else await update(tx, id, sighting.entry, fingerprint, now, sighting.kind === "changed");
  for (const key of kept.keys) {
    await tx.run(
      "INSERT INTO entry_key (source, kind, value, entry) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      sighting.entry.source,
      key.kind,
      key.value,
      id,
    );
  }
}

async function isTaken(tx: Tx, { sighting, unknown }: Kept): Promise<boolean> {
  for (const { kind, value } of unknown) {
    const sql = "SELECT 1 FROM entry_key WHERE source = ? AND kind = ? AND value = ?";
    if ((await tx.all(sql, sighting.entry.source, kind, value)).length > 0) return true;
  }
  return false;
}

async function insert(
  tx: Tx,
  id: string,
  sighting: Sighting & { kind: "new" },
  fingerprint: string,
  now: string,
): Promise<void> {
  const { entry, state, reason } = sighting;
  await tx.run(
    `INSERT INTO entry (id, source, state, reason, published, found_at, news_at, seen_at, fingerprint, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    entry.source,
    state,
    reason,
    entry.published,
    now,
    state === "news" ? now : null,
    now,
    fingerprint,
    JSON.stringify(entry),
  );
}

function update(
  tx: Tx,
  id: string,
  entry: Entry,
  fingerprint: string,
  now: string,
  changed: boolean,
): Promise<number> {
  const keep = changed ? ", former = coalesce(former, body)" : "";
  return tx.run(
    `UPDATE entry SET published = ?, seen_at = ?, fingerprint = ?, body = ?${keep} WHERE id = ?`,
    entry.published,
    now,
    fingerprint,
    JSON.stringify(entry),
    id,
  );
}

async function plan(
  tx: Tx,
  entry: string,
  planned: readonly PlannedDelivery[],
  complete: boolean,
  now: Date,
): Promise<number> {
  const open = await tx.all("SELECT 1 FROM entry WHERE id = ? AND planned_at IS NULL", entry);
  if (open.length === 0) return 0;
  const added = await insertPlanned(tx, planned, now);
  if (complete) await tx.run("UPDATE entry SET planned_at = ? WHERE id = ?", now.toISOString(), entry);
  return added;
}

async function decide(
  tx: Tx,
  id: string,
  from: readonly EntryState[],
  to: EntryState,
  reason: string | null,
  now: string,
): Promise<boolean> {
  const news = to === "news" ? now : null;
  const sql = `UPDATE entry SET state = ?, reason = ?, news_at = ? WHERE id = ? AND state IN (${marks(from)})`;
  return (await tx.run(sql, to, reason, news, id, ...from)) === 1;
}
