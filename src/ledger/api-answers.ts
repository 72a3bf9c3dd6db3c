import { text } from "./rows.ts";
import type { Row, Store, Tx } from "./store.ts";

/** A request that its sender may repeat: the same answer again, and nothing done twice. */
export interface Asking {
  /** Who asks; keys of others are others. */
  readonly caller: string;
  readonly key: string;
  /** Of all that was asked. */
  readonly digest: string;
  /** The process that answers. */
  readonly worker: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** free: it is this process's to answer. other: the key was used for something else. busy: it is being answered. */
export type Place = "free" | "other" | "busy" | Answered;

export interface ApiAnswers {
  /** `gone` says of a process that it answers no more. */
  begin(asking: Asking, now: Date, gone: (worker: string) => boolean): Promise<Place>;
  keep(asking: Asking, answered: Answered): Promise<void>;
  /** As if it had never been asked: what was not decided may be tried again. */
  forget(asking: Asking): Promise<void>;
}

/** Milliseconds for which an answer is kept, and after which nobody is thought to be at work on it. */
const keeping = 24 * 3_600_000;
const patience = 5 * 60_000;

export function apiAnswersOf(store: Store): ApiAnswers {
  return {
    begin: (asking, now, gone) => store.commit((tx) => begin(tx, asking, now, gone)),
    keep: async ({ caller, key, worker }, { status, body }) => {
      const sql = "UPDATE api_answer SET status = ?, body = ? WHERE caller = ? AND key = ? AND worker = ?";
      await store.commit((tx) => tx.run(sql, status, body, caller, key, worker));
    },
    forget: async ({ caller, key, worker }) => {
      const sql = "DELETE FROM api_answer WHERE caller = ? AND key = ? AND worker = ? AND status IS NULL";
      await store.commit((tx) => tx.run(sql, caller, key, worker));
    },
  };
}

async function begin(
  tx: Tx,
  { caller, key, digest, worker }: Asking,
  now: Date,
  gone: (worker: string) => boolean,
): Promise<Place> {
  const at = now.toISOString();
  await tx.run("DELETE FROM api_answer WHERE at < ?", new Date(now.getTime() - keeping).toISOString());
  const sql =
    "INSERT INTO api_answer (caller, key, digest, at, worker) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  if ((await tx.run(sql, caller, key, digest, at, worker)) === 1) return "free";
  const [row] = await tx.all("SELECT * FROM api_answer WHERE caller = ? AND key = ?", caller, key);
  if (row === undefined || text(row, "digest") !== digest) return "other";
  if (row.status !== null) return { status: Number(row.status), body: text(row, "body") };
  if (!isOver(row, now) && !gone(text(row, "worker"))) return "busy";
  // Whoever had it died in the middle: what it decided is decided, and is not decided twice.
  const take = "UPDATE api_answer SET worker = ?, at = ? WHERE caller = ? AND key = ?";
  await tx.run(take, worker, at, caller, key);
  return "free";
}

const isOver = (row: Row, now: Date): boolean => now.getTime() - Date.parse(text(row, "at")) > patience;
