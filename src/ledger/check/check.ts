import { newest } from "../migrations/index.ts";
import { text } from "../rows.ts";
import { tablesOf, type Table } from "../schema.ts";
import type { Row, Rows } from "../store.ts";
import { restore, type Fault, type Finding } from "./finding.ts";
import { groupRules } from "./groups.ts";
import { faultsOfRow } from "./tables.ts";

/** Everything in a ledger that cannot be so, as it is found. A file that is damaged is looked into no further. */
export async function* findingsOf(rows: Rows): AsyncGenerator<Finding> {
  const damage = await Array.fromAsync(damageOf(rows));
  yield* damage;
  if (damage.length > 0) return;
  yield* formOf(rows);
  const tables = await tablesOf(rows);
  for (const table of tables) yield* rowsOf(rows, table);
  yield* orphansOf(rows);
  yield* groupsOf(rows, new Set(tables.map(({ name }) => name)));
}

/** Enough to know that a backup is needed. */
const enough = 20;

async function* damageOf(rows: Rows): AsyncGenerator<Finding> {
  for await (const row of rows(`PRAGMA integrity_check(${enough})`)) {
    const said = text(row, "integrity_check").replaceAll(/\s+/g, " ");
    if (said !== "ok") yield whole(`The file is damaged: ${said}.`, "Restore a backup.");
  }
}

const whole = (problem: string, mend = restore): Finding => ({ table: null, row: null, problem, mend });

async function* formOf(rows: Rows): AsyncGenerator<Finding> {
  const found = await Array.fromAsync(rows("SELECT number FROM version"), ({ number }) => Number(number));
  if (found.length !== 1) yield whole(`The ledger tells its form ${found.length} times.`);
  else if (Number(found[0]) > newest)
    yield whole(
      `The ledger was written by a newer Carillon (its form is ${found[0]}, this one knows ${newest}).`,
      "Install that version or a later one.",
    );
}

async function* rowsOf(rows: Rows, table: Table): AsyncGenerator<Finding> {
  for await (const row of rows(`SELECT * FROM "${table.name}"`))
    for (const fault of faultsOfRow(table.name, row)) yield finding(table.name, keyOf(table, row), fault);
}

const keyOf = ({ key }: Table, row: Row): string =>
  key.map((column) => text(row, column)).join(" ") || `of ${text(row, "at")}`;

const finding = (table: string, row: string, { problem, mend }: Fault): Finding => ({
  table,
  row,
  problem,
  mend,
});

async function* orphansOf(rows: Rows): AsyncGenerator<Finding> {
  for await (const row of rows("SELECT * FROM pragma_foreign_key_check"))
    yield finding(text(row, "table"), `in line ${text(row, "rowid")}`, {
      problem: `It belongs to a row of ${text(row, "parent")} that is not there.`,
      mend: restore,
    });
}

/** An older form may lack what a rule looks into: opening it brings that. */
async function* groupsOf(rows: Rows, there: ReadonlySet<string>): AsyncGenerator<Finding> {
  for (const { table, sql, fault } of groupRules.filter(({ beside = "delivery" }) => there.has(beside)))
    for await (const row of rows(sql)) yield finding(table, text(row, "row"), fault(row));
}
