import type { Simulation } from "../model/simulation.ts";
import { text } from "./rows.ts";
import type { Store } from "./store.ts";

/** A simulation that whoever has its link may look at. Its id is a hash. */
export interface SharedSimulation {
  readonly id: string;
  readonly madeBy: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly until: string;
  readonly simulation: Simulation;
}

export interface Simulations {
  /** Keeps it until its time is over; those whose time is over are gone with it. */
  share(shared: SharedSimulation): Promise<void>;
  get(id: string, now: Date): Promise<SharedSimulation | undefined>;
  /** Those that are open, the newest first, without what they show. */
  list(now: Date): Promise<readonly Omit<SharedSimulation, "simulation">[]>;
  end(id: string): Promise<boolean>;
}

export function simulationsOf(store: Store): Simulations {
  return {
    share: ({ id, madeBy, madeAt, until, simulation }) =>
      store.commit(async (tx) => {
        await tx.run("DELETE FROM simulation WHERE until <= ?", madeAt);
        const sql = "INSERT INTO simulation (id, made_by, made_at, until, body) VALUES (?, ?, ?, ?, ?)";
        await tx.run(sql, id, madeBy, madeAt, until, JSON.stringify(simulation));
      }),
    get: async (id, now) => {
      const sql = "SELECT * FROM simulation WHERE id = ? AND until > ?";
      const [row] = await store.read(sql, id, now.toISOString());
      return row && { ...linkOf(row), simulation: JSON.parse(text(row, "body")) as Simulation };
    },
    list: async (now) => {
      const sql =
        "SELECT id, made_by, made_at, until FROM simulation WHERE until > ? ORDER BY made_at DESC LIMIT 50";
      return (await store.read(sql, now.toISOString())).map(linkOf);
    },
    end: (id) => store.commit(async (tx) => (await tx.run("DELETE FROM simulation WHERE id = ?", id)) === 1),
  };
}

const linkOf = (row: Parameters<typeof text>[0]) => ({
  id: text(row, "id"),
  madeBy: text(row, "made_by"),
  madeAt: text(row, "made_at"),
  until: text(row, "until"),
});
