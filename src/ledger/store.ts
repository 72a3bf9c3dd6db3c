/** What a column may hold; the same in every database. Times are ISO 8601 in UTC, flags 0 or 1, the rest JSON text. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Statements inside one change. SQL is the part that SQLite and PostgreSQL share; `?` stands for a parameter. */
export interface Tx {
  all<R extends Row = Row>(sql: string, ...values: readonly Value[]): Promise<readonly R[]>;
  /** The number of rows changed: compare-and-set reads it. */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
}

/** Rows one after the other, all as they were at one moment: for tables that do not fit into memory. */
export type Rows = <R extends Row = Row>(sql: string, ...values: readonly Value[]) => AsyncIterable<R>;

/** A durable place for rows. */
export interface Store {
  /** Sees what was committed, never a change under way. */
  read<R extends Row = Row>(sql: string, ...values: readonly Value[]): Promise<readonly R[]>;
  /** What was committed when it began, however long the look takes; others go on writing. */
  snapshot<T>(look: (rows: Rows) => Promise<T>): Promise<T>;
  /**
   * All or nothing, and on the disk when it resolves. Changes asked for at the same time share one durable transaction.
   * A change may only await its `Tx`.
   */
  commit<T>(change: (tx: Tx) => Promise<T>): Promise<T>;
  /** Why the last change could not be written, in words that end a sentence; null where it could. */
  fault?(): string | null;
  /** Grows whenever another process has changed something. */
  version(): number;
  close(): Promise<void>;
}

/** The ledger cannot be opened or written; the message says why and how to mend it. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
}

export async function one<R extends Row>(rows: Promise<readonly R[]>): Promise<R | undefined> {
  return (await rows)[0];
}
