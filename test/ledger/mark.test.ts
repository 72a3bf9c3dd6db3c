import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { noon, planInto, someFolder } from "../fixtures/shop.ts";

const decision = { at: noon.toISOString(), who: "anna", action: "hold", subject: "x", detail: null };

/** A ledger that went on after it was copied. */
async function someCopied(): Promise<{ readonly file: string; readonly copy: string }> {
  const file = join(someFolder(), "ledger.db");
  const copy = `${file}.copy`;
  const first = await openLedger(file);
  await planInto(first, [{}]);
  await first.close();
  copyFileSync(file, copy);
  const second = await openLedger(file);
  await second.audit.write(decision);
  await second.close();
  return { file, copy };
}

/** What was said, and the states of the deliveries. */
async function reopened(file: string): Promise<readonly string[]> {
  const said: string[] = [];
  const ledger = await openLedger(file, { now: () => noon, warn: (text) => said.push(text) });
  const states = (await ledger.deliveries.list({})).map(({ state }) => state);
  await ledger.close();
  return [...said, ...states];
}

const warning = expect.stringMatching(/is an older copy of the one that was there before: nothing goes out/);

it("an older copy in the ledger's place sends nothing until somebody has looked, and says so once", async () => {
  const { file, copy } = await someCopied();
  expect(await reopened(file)).toEqual(["scheduled"]);
  copyFileSync(copy, file);
  expect(await reopened(file)).toEqual([warning, "unsure"]);
  expect(await reopened(file)).toEqual(["unsure"]);
});

it("two that open it at once doubt it once", async () => {
  const { file, copy } = await someCopied();
  copyFileSync(copy, file);
  await Promise.all([reopened(file), reopened(file)]);
  const ledger = await openLedger(file);
  const restorations = await ledger.store.read("SELECT * FROM restoration");
  expect(restorations).toEqual([{ at: noon.toISOString(), backup_at: noon.toISOString() }]);
  await ledger.close();
});

it("a copy in another place, a new ledger in the same place, and a mark that is lost or broken are no reason to doubt", async () => {
  const { file, copy } = await someCopied();
  expect(await reopened(copy)).toEqual(["scheduled"]);
  writeFileSync(`${file}.mark`, "{");
  expect(await reopened(file)).toEqual(["scheduled"]);
  rmSync(`${file}.mark`);
  expect(await reopened(file)).toEqual(["scheduled"]);
  expect(JSON.parse(readFileSync(`${file}.mark`, "utf8"))).toMatchObject({ delivery: 1, audit: 1 });
  rmSync(file);
  expect(await reopened(file)).toEqual([]);
  expect(JSON.parse(readFileSync(`${file}.mark`, "utf8"))).toMatchObject({ delivery: 0, audit: 0 });
});
