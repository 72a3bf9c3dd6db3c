import { text } from "./rows.ts";
import type { Store, Tx } from "./store.ts";

/** A process of the service, as it last gave a sign of life. */
export interface WorkerState {
  /** Where it runs, as what process, and a mark of its own. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly beatenAt: string;
}

export interface Workers {
  all(): Promise<readonly WorkerState[]>;
  beat(name: string, now: Date): Promise<void>;
  /** Ended as it should, or others took its place. */
  forget(names: readonly string[]): Promise<void>;
}

export function workersOf(store: Store): Workers {
  return {
    all: async () =>
      (await store.read("SELECT * FROM worker ORDER BY started_at")).map((row) => ({
        name: text(row, "name"),
        startedAt: text(row, "started_at"),
        beatenAt: text(row, "beaten_at"),
      })),
    beat: (name, now) => store.commit((tx) => beat(tx, name, now.toISOString())),
    forget: async (names) => {
      if (names.length > 0) await store.commit((tx) => forget(tx, names));
    },
  };
}

async function beat(tx: Tx, name: string, at: string): Promise<void> {
  const sql = `INSERT INTO worker (name, started_at, beaten_at) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET beaten_at = excluded.beaten_at`;
  await tx.run(sql, name, at, at);
}

async function forget(tx: Tx, names: readonly string[]): Promise<void> {
  for (const name of names) await tx.run("DELETE FROM worker WHERE name = ?", name);
}
