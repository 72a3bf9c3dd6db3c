import type { Row, Store } from "./store.ts";

/** In the order in which they refer to each other. Tokens leave the ledger only as they stand in it: sealed. */
const tables = ["source", "entry", "entry_key", "delivery", "attempt", "account", "token", "audit"] as const;

/** Rows fetched at a time. */
const page = 1_000;

/** The ledger as JSON Lines, one row a line, the first line its form. May run while others write. */
export async function* dump(store: Store, form: number): AsyncGenerator<string> {
  yield JSON.stringify({ carillon: "ledger", form });
  for (const table of tables) {
    for (let at = 0; ; at += page) {
      const rows = await store.read(`SELECT * FROM ${table} ORDER BY rowid LIMIT ${page} OFFSET ${at}`);
      for (const row of rows) yield JSON.stringify({ table, ...row });
      if (rows.length < page) break;
    }
  }
}

/** A line of an export that cannot be taken; nothing was changed. */
class DumpError extends Error {
  override readonly name = "DumpError";
}

/** Brings an export into an empty ledger, all or nothing; the number of rows. Throws DumpError. */
export async function restore(store: Store, form: number, lines: readonly string[]): Promise<number> {
  const [head, ...rest] = lines.filter((line) => line.trim() !== "").map(parse);
  if (head?.carillon !== "ledger")
    throw new DumpError("The file is no export of a ledger: its first line should say so.");
  // Every form so far only adds to the one before.
  if (!(Number(head.form) <= form))
    throw new DumpError(
      `The export has form ${String(head.form)}, and this Carillon knows ${form}: use the version that wrote it.`,
    );
  return store.commit(async (tx) => {
    const present = await tx.all("SELECT 1 FROM entry UNION ALL SELECT 1 FROM delivery LIMIT 1");
    if (present.length > 0) throw new DumpError("This ledger is not empty: import into a new one.");
    for (const [index, row] of rest.entries()) await tx.run(...insertion(row, index + 2));
    return rest.length;
  });
}

function parse(line: string, index: number): Row {
  try {
    return JSON.parse(line) as Row;
  } catch {
    throw new DumpError(`Line ${index + 1} of the export is no JSON: the file is damaged or cut short.`);
  }
}

function insertion({ table, ...row }: Row, line: number): [string, ...Row[string][]] {
  const columns = Object.keys(row);
  const known = tables.some((name) => name === table) && columns.every((column) => /^[a-z_]+$/.test(column));
  if (!known) throw new DumpError(`Line ${line} of the export names no table of a ledger.`);
  const marks = columns.map(() => "?").join(", ");
  return [`INSERT INTO ${String(table)} (${columns.join(", ")}) VALUES (${marks})`, ...Object.values(row)];
}
