import { one, LedgerError, type Store, type Tx } from "../store.ts";
import { first } from "./001-first.ts";
import { tokens } from "./002-tokens.ts";
import { alarms } from "./003-alarms.ts";
import { corrections } from "./004-corrections.ts";
import { restorations } from "./005-restorations.ts";
import { plans } from "./006-plans.ts";
import { people } from "./007-people.ts";
import { remarks } from "./008-remarks.ts";
import { stops } from "./009-stops.ts";
import { subscriptions } from "./010-subscriptions.ts";
import { history } from "./011-history.ts";
import { outlook } from "./012-outlook.ts";
import { api } from "./013-api.ts";
import { events } from "./014-events.ts";
import { results } from "./015-results.ts";
import { simulations } from "./016-simulations.ts";

/** Each runs once, in order, and is never changed after it was released. */
const migrations: readonly (readonly string[])[] = [
  first,
  tokens,
  alarms,
  corrections,
  restorations,
  plans,
  people,
  remarks,
  stops,
  subscriptions,
  history,
  outlook,
  api,
  events,
  results,
  simulations,
];

export const newest = migrations.length;

/** Brings the tables to the newest form; refuses a ledger that a newer Carillon wrote. True where there was none yet. */
export async function migrate(store: Store): Promise<boolean> {
  const version = await currentVersion(store);
  if (version > newest) throw tooNew(version);
  if (version < newest) await store.commit((tx) => apply(tx, version));
  return version === 0;
}

async function currentVersion(store: Store): Promise<number> {
  const table = await store.read("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'version'");
  if (table.length === 0) return 0;
  return Number((await one(store.read("SELECT number FROM version")))?.number ?? 0);
}

async function apply(tx: Tx, seen: number): Promise<void> {
  const [table] = await tx.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'version'");
  // Another process may have migrated since we looked.
  const [row] = table ? await tx.all("SELECT number FROM version") : [];
  await build(tx, Number(row?.number ?? seen), newest);
}

/** Brings the tables of one form to another, both by the number of the last migration; 0: there is none yet. */
export async function build(tx: Tx, from: number, to: number): Promise<void> {
  await tx.run("CREATE TABLE IF NOT EXISTS version (number INTEGER NOT NULL)");
  for (const statement of migrations.slice(from, to).flat()) await tx.run(statement);
  await tx.run("DELETE FROM version");
  await tx.run("INSERT INTO version (number) VALUES (?)", to);
}

function tooNew(version: number): LedgerError {
  return new LedgerError(
    `The ledger was written by a newer Carillon (its form is ${version}, this one knows ${newest}): install that version or a later one.`,
  );
}
