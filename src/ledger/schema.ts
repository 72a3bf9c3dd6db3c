import { text } from "./rows.ts";
import type { Rows } from "./store.ts";

/** A table as the database itself describes it, so that none can be forgotten. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key; empty where it has none. */
  readonly key: readonly string[];
  /** Tables whose rows must be there before its own. */
  readonly needs: readonly string[];
}

/** All tables but the one that tells the form, each after those that it refers to. */
export async function tablesOf(rows: Rows): Promise<readonly Table[]> {
  const names = await Array.fromAsync(rows(listed), (row) => text(row, "name"));
  return inOrder(await Promise.all(names.map((name) => describe(rows, name))));
}

const listed = `SELECT name FROM sqlite_master
  WHERE type = 'table' AND name <> 'version' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid`;

async function describe(rows: Rows, name: string): Promise<Table> {
  const columns = await Array.fromAsync(rows("SELECT name, pk FROM pragma_table_info(?)", name));
  const needs = await Array.fromAsync(
    rows(`SELECT DISTINCT "table" AS name FROM pragma_foreign_key_list(?)`, name),
    (row) => text(row, "name"),
  );
  const key = columns.filter(({ pk }) => Number(pk) > 0).toSorted((a, b) => Number(a.pk) - Number(b.pk));
  const nameOf = (row: (typeof columns)[number]): string => text(row, "name");
  return { name, columns: columns.map(nameOf), key: key.map(nameOf), needs };
}

/** A table that refers to itself, or two to each other, stay as they are. */
function inOrder(tables: readonly Table[]): readonly Table[] {
  const done = new Set<string>();
  const ordered: Table[] = [];
  const place = (table: Table): void => {
    if (done.has(table.name)) return;
    done.add(table.name);
    for (const one of tables) if (table.needs.includes(one.name)) place(one);
    ordered.push(table);
  };
  for (const table of tables) place(table);
  return ordered;
}
