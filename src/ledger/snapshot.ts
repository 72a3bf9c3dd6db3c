import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { isOurs, reasonOf } from "./reason.ts";
import { LedgerError, type Row, type Rows, type Value } from "./store.ts";

/** Milliseconds to wait for a process that recovers the file. */
const patience = 5_000;

/** Looks at a ledger's file, which is not changed, through one transaction that only reads. Throws LedgerError. */
export async function lookAt<T>(file: string, look: (rows: Rows) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw new LedgerError(`There is no ledger at ${file}.`);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: patience });
    database.exec("BEGIN");
    return await look(rowsOf(database));
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
