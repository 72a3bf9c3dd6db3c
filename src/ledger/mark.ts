import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { one, type Store } from "./store.ts";

/**
 * How far a ledger had come: the number of the last row of each table that only grows. It lies beside the ledger's file, so that
 * an older copy put in the file's place is noticed; it is written after the ledger, and so never ahead of the right one.
 */
export type Mark = Readonly<Record<(typeof growing)[number], number>>;

/** Whatever deletes rows of these leaves the last one: see `retention.ts`. */
const growing = ["entry", "delivery", "attempt", "audit"] as const;

const counting = `SELECT ${growing.map((table) => `(SELECT coalesce(max(rowid), 0) FROM ${table}) AS ${table}`).join(", ")}`;

export async function markOf(store: Store): Promise<Mark> {
  const row = await one(store.read(counting));
  return Object.fromEntries(growing.map((table) => [table, Number(row?.[table] ?? 0)])) as Mark;
}

/** Null where there is none that can be read. */
export function readMark(file: string): Mark | null {
  try {
    const value = JSON.parse(readFileSync(nameOf(file), "utf8")) as Partial<Mark>;
    return growing.every((table) => Number.isInteger(value[table])) ? (value as Mark) : null;
  } catch {
    return null;
  }
}

/** True where the ledger had come further than this. */
export const isBehind = (here: Mark, mark: Mark): boolean =>
  growing.some((table) => here[table] < mark[table]);

/** Not synced, and nothing is said where it cannot be written: the ledger is what counts. */
export function writeMark(file: string, mark: Mark): void {
  const draft = `${nameOf(file)}.${process.pid}`;
  try {
    writeFileSync(draft, `${JSON.stringify(mark)}\n`);
    renameSync(draft, nameOf(file));
  } catch {
    rmSync(draft, { force: true });
  }
}

const nameOf = (file: string): string => `${file}.mark`;
