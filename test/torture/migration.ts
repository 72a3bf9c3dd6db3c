import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { first } from "../../src/ledger/migrations/001-first.ts";
import { startCarillon, type Ended } from "./carillon.ts";
import { settingOf, type Stage } from "./play.ts";
import type { Random } from "./random.ts";
import { calm } from "./round.ts";
import { whyNotOpen, withLedger } from "./rows.ts";
import { note } from "./wires.ts";

const remembered = "What must survive";

/** A ledger in the oldest form, with something in it. */
function makeOldLedger(folder: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(join(folder, `ledger.db${end}`), { force: true });
  const database = new DatabaseSync(join(folder, "ledger.db"));
  for (const statement of first) database.exec(statement);
  database.exec("CREATE TABLE version (number INTEGER NOT NULL); INSERT INTO version VALUES (1)");
  const audit =
    "INSERT INTO audit (at, who, action, subject, detail) VALUES ('2026-01-01T00:00:00.000Z', 'me', 'x', 'y', ?)";
  database.prepare(audit).run(remembered);
  database.close();
}

/** Kills processes that bring an old ledger to the newest form, once or twice each; what went wrong. */
export async function migrate(stage: Stage, kills: number, random: Random, ends: Ended[]): Promise<string[]> {
  const wrong: string[] = [];
  for (let count = 0; count < kills; count++) {
    makeOldLedger(stage.world.folder);
    for (let left = random.pick([1, 2]); left > 0; left--) ends.push(await killOne(stage, random));
    const why = (await whyNotOpen(stage.world.ledger)) ?? (await whatIsForgotten(stage.world.ledger));
    if (why !== null) wrong.push(`After a migration that was killed: ${why}`);
  }
  return wrong;
}

async function killOne({ world, log }: Stage, random: Random): Promise<Ended> {
  const step = random.pick(["in a transaction", "before commit", "after commit"]);
  const nth = step === "in a transaction" ? random.between(1, 40) : 1;
  const setting = settingOf(world, { ...calm, step: `${step}#${nth}` });
  const ended = await startCarillon(setting, "status").ended;
  if (ended.killed) note(log, `kill: migrating, ${step}`);
  return ended;
}

const whatIsForgotten = (address: string): Promise<string | null> =>
  withLedger(address, async ({ store }) => {
    const rows = await store.read("SELECT detail FROM audit WHERE detail = ?", remembered);
    return rows.length === 1 ? null : `what was in the ledger is there ${rows.length} times`;
  });
