import { expect, it } from "vitest";
import { findingsOf } from "../../src/ledger/check/check.ts";
import { dump } from "../../src/ledger/dump.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { restore } from "../../src/ledger/restore.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { networkOf } from "../fixtures/network.ts";
import { noon, plannedLedger, someLedger, someShop } from "../fixtures/shop.ts";

const backupAt = "2026-03-10T11:00:00.000Z";
const later = "2026-03-17T12:00:00.000Z";

/** The ledger as a backup has it, in another place, at noon. */
async function restored(
  ledger: Ledger,
): Promise<{ readonly ledger: Ledger; readonly doubts: object | null }> {
  const lines = await ledger.store.snapshot((rows) => Array.fromAsync(dump(rows, backupAt)));
  const other = await someLedger();
  const given = async function* () {
    yield* lines;
  };
  return { doubts: (await restore(other.store, given(), noon)).doubts, ledger: other };
}

const byStep = async (ledger: Ledger): Promise<Readonly<Record<string, Delivery>>> =>
  Object.fromEntries((await ledger.deliveries.list({})).map((one) => [one.step, one]));

it("what was to go out since the backup waits until a person has looked, and what is due later too", async () => {
  const old = await plannedLedger([
    { step: "due", dueAt: "2026-03-10T11:30:00.000Z" },
    { step: "later", dueAt: later },
    { step: "agreed", state: "draft", dueAt: "2026-03-10T11:30:00.000Z", approvalsNeeded: 1 },
    { step: "asked", state: "draft", dueAt: later, approvalsNeeded: 1 },
    { step: "odd", state: "held", dueAt: later, reason: "It is too long." },
  ]);
  const { ledger, doubts } = await restored(old);
  expect(doubts).toEqual({ unsure: 2, held: 1, entries: 1 });
  const backup = "This ledger was restored from a backup of 2026-03-10 11:00 UTC. ";
  const look = expect.stringMatching(
    new RegExp(`^${backup}Look at the account whether this was sent since: .*--permalink URL.*--again`),
  );
  expect(await byStep(ledger)).toMatchObject({
    due: { state: "unsure", reason: look },
    agreed: { state: "unsure", reason: look },
    later: { state: "held", reason: expect.stringContaining(`${backup}Look whether anybody has changed`) },
    asked: { state: "draft", reason: expect.stringContaining(`${backup}Look whether this was sent since`) },
    odd: { state: "held", reason: expect.stringMatching(/before you release it\. It is too long\.$/) },
  });
  expect(await ledger.entries.unplanned()).toEqual([]);
  expect(await ledger.store.snapshot((rows) => Array.fromAsync(findingsOf(rows)))).toEqual([]);
});

it("what a worker had in hand is not published again, whatever its network keeps", async () => {
  const network = networkOf("seen", { find: true });
  network.mishaps.push("lose answer");
  network.refusals.find.push({ kind: "down", reason: "The network is down." });
  const old = await plannedLedger([{}]);
  const shop = someShop(old, network);
  expect((await shop.run()).map(({ state }) => state)).toContain("sending");
  const backup = await restored(old);
  const { run, pass } = someShop(backup.ledger, network, "here:1:bbbb");
  await run();
  pass(7 * 86_400);
  expect(await run()).toEqual([expect.objectContaining({ state: "unsure" })]);
  expect(network.visible).toHaveLength(1);
});

it("restored again and again, nothing goes out before somebody says so, and then once", async () => {
  const network = networkOf("none", {});
  const old = await plannedLedger([{}]);
  const first = await restored(old);
  await someShop(old, network).run();
  const second = await restored(first.ledger);
  const { run } = someShop(second.ledger, network, "here:1:bbbb");
  const [unsure] = await run();
  expect(unsure).toMatchObject({ state: "unsure", reason: expect.stringContaining("look again") });
  expect(network.visible).toHaveLength(1);
  const receipt = { remoteId: "1", permalink: null, at: backupAt };
  await second.ledger.deliveries.change(unsure!.id, ["unsure"], { state: "sent", receipt }, noon);
  expect(await run()).toEqual([expect.objectContaining({ state: "sent" })]);
  expect(network.visible).toHaveLength(1);
});

it("what is planned only afterwards for old news waits as well, where it was wanted before", async () => {
  const { ledger } = await restored(await plannedLedger([{}]));
  const [known] = await ledger.deliveries.list({});
  const plan = (account: string, dueAt: string, wantedAt = dueAt) => ({
    ...known!,
    account,
    dueAt,
    wantedAt,
    step: "since",
    state: "scheduled" as const,
    reason: null,
  });
  await ledger.deliveries.add([plan("late", later, backupAt), plan("soon", later)], noon);
  expect((await ledger.deliveries.list({})).filter(({ step }) => step === "since")).toMatchObject([
    { account: "late", state: "unsure", reason: expect.stringContaining("was restored from a backup") },
    { account: "soon", state: "scheduled" },
  ]);
});
