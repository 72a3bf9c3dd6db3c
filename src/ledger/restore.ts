import { fleeting, type Head, type Tail } from "./dump.ts";
import { build, newest } from "./migrations/index.ts";
import { doubtAll, type Doubts } from "./restoration.ts";
import { tablesOf, type Table } from "./schema.ts";
import type { Row, Rows, Store, Tx, Value } from "./store.ts";

/** An export that cannot be taken; nothing was changed. */
class DumpError extends Error {
  override readonly name = "DumpError";
}

export interface Restored {
  readonly rows: number;
  /** When the export was made; null where it does not say. */
  readonly at: string | null;
  /** Null where nothing can have happened since. */
  readonly doubts: Doubts | null;
}

/**
 * Brings an export into an empty ledger, all or nothing, and takes what an older version wrote through every migration
 * since. `moved`: nothing was sent since the export; else all that it would send waits for a person. Nothing else may be
 * asked of the store meanwhile. Throws DumpError.
 */
export function restore(
  store: Store,
  lines: AsyncIterable<string>,
  now: Date,
  moved = false,
): Promise<Restored> {
  return store.commit(async (tx) => {
    const rows = rowsOf(tx);
    const reader = readerOf(lines);
    const head = await readHead(reader);
    await clear(tx, await tablesOf(rows));
    await build(tx, 0, head.form);
    const many = await fill(tx, await tablesOf(rows), reader, head);
    await build(tx, head.form, newest);
    const at = head.at ?? null;
    const doubts = moved ? null : await doubtAll(tx, { at: now.toISOString(), backupAt: at });
    return { rows: many, at, doubts };
  });
}

const rowsOf = (tx: Tx): Rows =>
  async function* <R extends Row>(sql: string, ...values: readonly Value[]) {
    yield* await tx.all<R>(sql, ...values);
  };

interface Reader {
  /** The next line that is not empty; undefined at the end. */
  next(): Promise<Row | undefined>;
  /** Of the line that was read last, from 1. */
  number(): number;
}

function readerOf(lines: AsyncIterable<string>): Reader {
  const source = lines[Symbol.asyncIterator]();
  let number = 0;
  const next = async (): Promise<Row | undefined> => {
    const { value, done } = await source.next();
    if (done) return undefined;
    number += 1;
    return value.trim() === "" ? next() : parse(value, number);
  };
  return { next, number: () => number };
}

function parse(line: string, number: number): Row {
  const value = attempt(line);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Row;
  throw new DumpError(
    number === 1 ? noExport : `Line ${number} of the export is no JSON: the file is damaged or cut short.`,
  );
}

function attempt(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

const noExport = "The file is no export of a ledger: its first line should say so.";

async function readHead(reader: Reader): Promise<Head> {
  const first = await reader.next();
  if (first?.carillon !== "ledger") throw new DumpError(noExport);
  const head = first as unknown as Head;
  if (!Number.isInteger(head.form) || head.form < 1)
    throw new DumpError(`Line 1 of the export names the form ${String(head.form)}, which there never was.`);
  if (head.form > newest)
    throw new DumpError(
      `The export was written by a newer Carillon (its form is ${head.form}, this one knows ${newest}): install that version or a later one.`,
    );
  return head;
}

/** What an unused ledger may hold. */
const harmless: ReadonlySet<string> = new Set([...fleeting, "source", "account", "alarm"]);

async function clear(tx: Tx, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables.filter((table) => !harmless.has(table.name)))
    if ((await tx.all(`SELECT 1 FROM "${name}" LIMIT 1`)).length > 0)
      throw new DumpError(
        `This ledger is not empty (it has rows in ${name}): move its file away, or point \`ledger\` at a new one.`,
      );
  for (const { name } of tables.toReversed()) await tx.run(`DROP TABLE "${name}"`);
  await tx.run("DROP TABLE version");
}

async function fill(tx: Tx, tables: readonly Table[], reader: Reader, head: Head): Promise<number> {
  const known = new Map(tables.map((table) => [table.name, new Set(table.columns)]));
  for (let many = 0; ; many += 1) {
    const row = await reader.next();
    if (row === undefined && head.at === undefined) return many;
    if (row === undefined)
      throw new DumpError(`The export is cut short after line ${reader.number()}: its end is missing.`);
    if (row.carillon === "end") return checkEnd(row, many, reader);
    await insert(tx, row, known, reader.number());
  }
}

async function checkEnd(row: Row, many: number, reader: Reader): Promise<number> {
  const { rows } = row as unknown as Tail;
  if (rows !== many)
    throw new DumpError(
      `The export says that it has ${rows} rows, and has ${many}: lines of it are missing.`,
    );
  if ((await reader.next()) !== undefined)
    throw new DumpError(`Line ${reader.number()} of the export comes after its end: the file is damaged.`);
  return many;
}

async function insert(
  tx: Tx,
  { table, ...row }: Row,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  line: number,
): Promise<void> {
  const columns = Object.keys(row);
  const own = known.get(String(table));
  if (own === undefined || !columns.every((column) => own.has(column)))
    throw new DumpError(
      `Line ${line} of the export names no table of a ledger, or a column that it has not.`,
    );
  if (!Object.values(row).every(isValue))
    throw new DumpError(`Line ${line} of the export has something that is no text, number or null.`);
  const marks = columns.map(() => "?").join(", ");
  const names = columns.map((column) => `"${column}"`).join(", ");
  try {
    await tx.run(`INSERT INTO "${String(table)}" (${names}) VALUES (${marks})`, ...Object.values(row));
  } catch (error) {
    throw new DumpError(`Line ${line} of the export does not fit into the ledger: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

const isValue = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "number";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
