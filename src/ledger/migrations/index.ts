import { one, LedgerError, type Store, type Tx } from "../store.ts";

/** Each runs once, in order, and is never changed after it was released. Loaded where it is to run: nearly every start finds all done. */
const migrations: readonly (() => Promise<readonly string[]>)[] = [
  async () => (await import("./001-first.ts")).first,
  async () => (await import("./002-tokens.ts")).tokens,
  async () => (await import("./003-alarms.ts")).alarms,
  async () => (await import("./004-corrections.ts")).corrections,
  async () => (await import("./005-restorations.ts")).restorations,
  async () => (await import("./006-plans.ts")).plans,
  async () => (await import("./007-people.ts")).people,
  async () => (await import("./008-remarks.ts")).remarks,
  async () => (await import("./009-stops.ts")).stops,
  async () => (await import("./010-subscriptions.ts")).subscriptions,
  async () => (await import("./011-history.ts")).history,
  async () => (await import("./012-outlook.ts")).outlook,
  async () => (await import("./013-api.ts")).api,
  async () => (await import("./014-events.ts")).events,
  async () => (await import("./015-results.ts")).results,
  async () => (await import("./016-simulations.ts")).simulations,
  async () => (await import("./017-limits.ts")).limits,
  async () => (await import("./018-speed.ts")).speed,
  async () => (await import("./019-uploads.ts")).uploads,
  async () => (await import("./020-threads.ts")).threads,
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
  for (const migration of migrations.slice(from, to))
    for (const statement of await migration()) await tx.run(statement);
  await tx.run("DELETE FROM version");
  await tx.run("INSERT INTO version (number) VALUES (?)", to);
}

function tooNew(version: number): LedgerError {
  return new LedgerError(
    `The ledger was written by a newer Carillon (its form is ${version}, this one knows ${newest}): install that version or a later one.`,
  );
}
