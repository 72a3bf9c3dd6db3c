import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { insistOnWhole, inspect } from "./damage.ts";
import { isOurs, reasonOf } from "./reason.ts";
import { lookAt } from "./snapshot.ts";
import { LedgerError, type Row, type Store, type Tx, type Value } from "./store.ts";

/** Milliseconds to wait for another process that is writing. */
const patience = 15_000;

/** A ledger in one file: WAL, and every commit on the disk before it counts (synchronous=FULL). */
export function openSqlite(file: string, thorough = false): Store {
  const writer = connect(file, () => {
    const isDoubtful = inspect(file);
    if (isDoubtful || (thorough && existsSync(file))) insistOnWhole(file, patience);
  });
  const reader = connect(file, () => undefined);
  const group = groupCommit(writer, statements(writer));
  return {
    read: readable(statements(reader).all),
    snapshot: (look) => lookAt(file, look),
    commit: group.commit,
    fault: group.fault,
    version: () => Number(reader.prepare("PRAGMA data_version").get()?.data_version),
    close: async () => {
      await group.settled();
      reader.close();
      writer.close();
    },
  };
}

function connect(file: string, check: () => void): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    check();
    makePrivate(file);
    const database = new DatabaseSync(file, { timeout: patience });
    insist(() => database.exec("PRAGMA journal_mode=WAL"));
    database.exec("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
    // 32 MB: copying the log back into the file costs a sync of its own, in the middle of somebody's commit.
    database.exec("PRAGMA wal_autocheckpoint=8000");
    return database;
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(`The ledger ${file} cannot be opened: ${reasonOf(error)}`, { cause: error });
  }
}

/** A new one is for its owner alone: it holds what is not said yet, and what passwords leave. SQLite gives its log the same rights. */
function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
}

/** SQLite does not wait where two processes make the same new ledger. */
function insist(act: () => void): void {
  const pause = 20;
  for (let left = patience; ; left -= pause)
    try {
      return act();
    } catch (error) {
      if (left <= 0 || !/locked|busy/i.test(String(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
}

function statements(database: DatabaseSync): Tx {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: async <R extends Row>(sql: string, ...values: readonly Value[]) =>
      prepare(sql).all(...values) as unknown as readonly R[],
    run: async (sql, ...values) => Number(prepare(sql).run(...values).changes),
  };
}

interface Pending {
  readonly change: (tx: Tx) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function groupCommit(database: DatabaseSync, tx: Tx) {
  let queue: Pending[] = [];
  let running: Promise<void> | undefined;
  let fault: string | null = null;
  const note = (reason: string | null): void => void (fault = reason);
  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      // A breath in which others may join, and another while some do: a sync costs as much for one change as for a hundred.
      for (let joined = 0; joined < queue.length;) {
        joined = queue.length;
        await new Promise((next) => setImmediate(next));
      }
      const group = queue;
      queue = [];
      await runGroup(database, tx, group, note);
    }
    running = undefined;
  };
  const commit = <T>(change: (tx: Tx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      queue.push({ change, resolve: resolve as (value: unknown) => void, reject });
      running ??= drain();
    });
  return { commit, settled: async () => running, fault: () => fault };
}

/** All in one transaction. If one of them throws, each is tried again by itself, so that only the guilty one fails. */
async function runGroup(
  database: DatabaseSync,
  tx: Tx,
  group: readonly Pending[],
  note: (fault: string | null) => void,
): Promise<void> {
  const values: unknown[] = [];
  try {
    await tx.run("BEGIN IMMEDIATE");
    for (const { change } of group) values.push(await change(tx));
    await tx.run("COMMIT");
  } catch (error) {
    if (database.isTransaction) await tx.run("ROLLBACK");
    if (group.length > 1) for (const one of group) await runGroup(database, tx, [one], note);
    else {
      if (!isOurs(error)) note(reasonOf(error));
      group[0]?.reject(isOurs(error) ? error : unwritable(error));
    }
    return;
  }
  note(null);
  group.forEach(({ resolve }, index) => resolve(values[index]));
}

function readable(all: Store["read"]): Store["read"] {
  return async (sql, ...values) => {
    try {
      return await all(sql, ...values);
    } catch (error) {
      throw isOurs(error)
        ? error
        : new LedgerError(`The ledger cannot be read: ${reasonOf(error)}`, { cause: error });
    }
  };
}

const unwritable = (error: unknown): LedgerError =>
  new LedgerError(`The ledger cannot be written: ${reasonOf(error)}`, { cause: error });
