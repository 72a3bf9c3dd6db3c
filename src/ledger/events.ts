import { marks } from "./deliveries.ts";
import { text, textOrNull } from "./rows.ts";
import type { Row, Store, Tx } from "./store.ts";

/** Something that happened, written by the ledger itself in the change in which it did. */
export interface KeptEvent {
  readonly id: number;
  readonly type: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** JSON. */
  readonly data: string;
}

/** How far a receiver has been told. */
export interface Target {
  readonly name: string;
  /** The last event that it has taken, or that was not for it. */
  readonly seen: number;
  /** In a row, of the event that is next. */
  readonly tries: number;
  readonly nextAt: string | null;
  /** Since when it takes nothing; null while it does. */
  readonly failingAt: string | null;
  readonly reason: string | null;
  /** Events that it will never have, since it took nothing for too long. */
  readonly lost: number;
}

/** Who tells it now; null for nobody. */
export type HeldTarget = Target & { readonly leaseBy: string | null };

export interface Events {
  /** Who is told from now on; the others are forgotten. Nothing is written where nothing changes. */
  aim(names: readonly string[]): Promise<void>;
  targets(): Promise<readonly HeldTarget[]>;
  /** Undefined where somebody tells it already who is not `dead`, or it is too early. */
  claim(
    name: string,
    worker: string,
    now: Date,
    until: Date,
    dead: string | null,
  ): Promise<Target | undefined>;
  after(seen: number, limit: number): Promise<readonly KeptEvent[]>;
  /** False where somebody else tells it by now. */
  advance(name: string, worker: string, what: Progress): Promise<boolean>;
  /** Gives it back. */
  leave(name: string, worker: string): Promise<void>;
  /** Forgets what everybody has, and what nobody will have: all before that moment. */
  forget(before: string): Promise<void>;
}

export type Progress = Omit<Target, "name"> & { readonly leaseUntil: string };

export function eventsOf(store: Store): Events {
  return {
    aim: (names) => aim(store, names),
    targets: async () =>
      (await store.read("SELECT * FROM event_target ORDER BY name")).map((row) => ({
        ...targetOf(row),
        leaseBy: textOrNull(row, "lease_by"),
      })),
    claim: (name, worker, now, until, dead) =>
      store.commit((tx) => claim(tx, name, worker, now.toISOString(), until.toISOString(), dead)),
    after: async (seen, limit) =>
      (await store.read(`SELECT * FROM event WHERE id > ? ORDER BY id LIMIT ${Math.trunc(limit)}`, seen)).map(
        eventOf,
      ),
    advance: (name, worker, what) => store.commit((tx) => advance(tx, name, worker, what)),
    leave: async (name, worker) => {
      const sql =
        "UPDATE event_target SET lease_by = NULL, lease_until = NULL WHERE name = ? AND lease_by = ?";
      await store.commit((tx) => tx.run(sql, name, worker));
    },
    forget: (before) => forget(store, before),
  };
}

async function aim(store: Store, names: readonly string[]): Promise<void> {
  const known = (await store.read("SELECT name FROM event_target")).map((row) => text(row, "name"));
  if (known.length === names.length && names.every((name) => known.includes(name))) return;
  await store.commit(async (tx) => {
    await tx.run(`DELETE FROM event_target WHERE name NOT IN (${marks(names)})`, ...names);
    const sql =
      "INSERT INTO event_target (name, seen) SELECT ?, coalesce(max(id), 0) FROM event WHERE true ON CONFLICT DO NOTHING";
    for (const name of names) await tx.run(sql, name);
    if (names.length === 0) await tx.run("DELETE FROM event");
  });
}

async function claim(
  tx: Tx,
  name: string,
  worker: string,
  now: string,
  until: string,
  dead: string | null,
): Promise<Target | undefined> {
  const free = "(lease_by IS NULL OR lease_by = ? OR lease_until <= ?) AND (next_at IS NULL OR next_at <= ?)";
  const sql = `UPDATE event_target SET lease_by = ?, lease_until = ? WHERE name = ? AND ${free}`;
  if ((await tx.run(sql, worker, until, name, dead, now, now)) === 0) return undefined;
  const [row] = await tx.all("SELECT * FROM event_target WHERE name = ?", name);
  return row && targetOf(row);
}

async function advance(tx: Tx, name: string, worker: string, what: Progress): Promise<boolean> {
  const sql = `UPDATE event_target SET seen = ?, tries = ?, next_at = ?, failing_at = ?, reason = ?, lost = ?, lease_until = ?
    WHERE name = ? AND lease_by = ?`;
  const { seen, tries, nextAt, failingAt, reason, lost, leaseUntil } = what;
  const values = [seen, tries, nextAt, failingAt, reason, lost, leaseUntil] as const;
  return (await tx.run(sql, ...values, name, worker)) === 1;
}

/** The newest stays: numbers go on from it. */
async function forget(store: Store, before: string): Promise<void> {
  const gone = `id < (SELECT max(id) FROM event)
    AND (at < ? OR id <= coalesce((SELECT min(seen) FROM event_target), 0))`;
  if ((await store.read(`SELECT 1 FROM event WHERE ${gone} LIMIT 1`, before)).length === 0) return;
  await store.commit((tx) => tx.run(`DELETE FROM event WHERE ${gone}`, before));
}

const eventOf = (row: Row): KeptEvent => ({
  id: Number(row.id),
  type: text(row, "type"),
  at: text(row, "at"),
  data: text(row, "data"),
});

const targetOf = (row: Row): Target => ({
  name: text(row, "name"),
  seen: Number(row.seen),
  tries: Number(row.tries),
  nextAt: textOrNull(row, "next_at"),
  failingAt: textOrNull(row, "failing_at"),
  reason: textOrNull(row, "reason"),
  lost: Number(row.lost),
});
