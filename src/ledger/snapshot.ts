import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { isOurs, reasonOf } from "./reason.ts";
import { LedgerError, type Row, type Rows, type Value } from "./store.ts";

/** Milliseconds to wait for a process that recovers the file. */
const patience = 5_000;

/** Looks at a ledger's file, which is not changed, through one transaction that only reads. Throws LedgerError. */
export const lookAt = <T>(file: string, look: (rows: Rows) => Promise<T>): Promise<T> =>
  reading(file, (database) => {
    database.exec("BEGIN");
    return look(rowsOf(database));
  });

/** Copies a ledger, as it is at this moment and without its log, into a file that is empty. Throws LedgerError. */
export const copyTo = (file: string, target: string): Promise<void> =>
  reading(file, async (database) => void database.prepare("VACUUM INTO ?").run(target));

async function reading<T>(file: string, act: (database: DatabaseSync) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw new LedgerError(`There is no ledger at ${file}.`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: patience });
    return await act(database);
  } catch (error) {
    if (isOurs(error)) throw error;
    throw new LedgerError(`The ledger ${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  } finally {
    database?.close();
  }
}

const rowsOf = (database: DatabaseSync): Rows =>
  async function* <R extends Row>(sql: string, ...values: readonly Value[]) {
    for (const row of database.prepare(sql).iterate(...values)) yield row as unknown as R;
  };
