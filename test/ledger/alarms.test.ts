import { join } from "node:path";
import { expect, it } from "vitest";
import type { Telling } from "../../src/ledger/alarms.ts";
import { findingsOf } from "../../src/ledger/check/check.ts";
import { calls } from "../../src/model/delivery.ts";
import { someFolder, someLedger } from "../fixtures/shop.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 10, 12, minute));
const held = (key: string, tellable = true) => ({ key, text: `${key} is so.`, tellable });

/** Writes what it is told into the message. */
const tell: Telling = (told, over) => ({
  story: null,
  campaign: calls,
  step: [...told, ...over.map(({ key }) => `-${key}`)].join(" "),
  part: 1,
  parts: 1,
  account: "hook",
  channel: "keyed",
  state: "scheduled",
  dueAt: at(0).toISOString(),
  post: { title: null, text: "x", link: null, card: null, media: [], language: "en", tags: [] },
  approvalsNeeded: 0,
  reason: null,
});
const quiet: Telling = (told, over) => (told.length + over.length === 0 ? null : tell(told, over));

it("an alarm is raised once, told once, and its end is told once", async () => {
  const { alarms, deliveries } = await someLedger();
  expect(await alarms.settle([held("a")], at(0), quiet)).toEqual(["a"]);
  expect(await alarms.settle([held("a")], at(1), quiet)).toEqual([]);
  expect(await alarms.settle([held("a"), held("b"), held("c")], at(2), quiet)).toEqual(["b", "c"]);
  expect(await alarms.held()).toMatchObject([
    { key: "a", raisedAt: at(0).toISOString(), toldAt: at(0).toISOString() },
    { key: "b" },
    { key: "c" },
  ]);
  await alarms.settle([held("c")], at(3), quiet);
  await alarms.settle([held("c")], at(4), quiet);
  expect((await deliveries.list({})).map(({ step }) => step).toSorted()).toEqual(["-a -b", "a", "b c"]);
});

it("an alarm that comes back is raised anew", async () => {
  const { alarms, deliveries } = await someLedger();
  for (const [minute, holds] of [[held("a")], [], [held("a")]].entries())
    await alarms.settle(holds, at(minute), (told, over) => (over.length > 0 ? null : quiet(told, over)));
  expect(await alarms.held()).toMatchObject([{ key: "a", raisedAt: at(2).toISOString() }]);
  expect(await deliveries.list({})).toHaveLength(1);
});

it("what cannot be told is kept, and told once somebody can be; what must not be told never is", async () => {
  const { alarms, deliveries } = await someLedger();
  await alarms.settle([held("a"), held("own", false)], at(0), null);
  expect(await deliveries.list({})).toEqual([]);
  await alarms.settle([held("a"), held("own", false)], at(1), quiet);
  expect((await deliveries.list({})).map(({ step }) => step)).toEqual(["a"]);
  await alarms.settle([], at(2), quiet);
  expect((await deliveries.list({})).map(({ step }) => step).toSorted()).toEqual(["-a", "a"]);
});

it("of two processes that look at the same moment one tells", async () => {
  const file = join(someFolder(), "ledger.db");
  const [one, other] = [await someLedger(file), await someLedger(file)];
  const raised = await Promise.all(
    [one, other].map((ledger) => ledger.alarms.settle([held("a"), held("b")], at(0), quiet)),
  );
  expect(raised.flat().toSorted()).toEqual(["a", "b"]);
  expect(await one.deliveries.list({})).toHaveLength(1);
});

it("writes nothing where nothing has changed", async () => {
  const file = join(someFolder(), "ledger.db");
  const [ledger, other] = [await someLedger(file), await someLedger(file)];
  await ledger.alarms.settle([held("a"), held("own", false)], at(0), quiet);
  const version = other.store.version();
  await ledger.alarms.settle([held("a"), held("own", false)], at(1), quiet);
  expect(other.store.version()).toBe(version);
});

it("leaves a ledger that agrees with itself", async () => {
  const { alarms, workers, store } = await someLedger();
  await workers.beat("belfry:7:aa", at(0));
  await alarms.settle([held("a")], at(0), quiet);
  await alarms.settle([], at(1), quiet);
  expect(await store.snapshot((rows) => Array.fromAsync(findingsOf(rows)))).toEqual([]);
});

it("a worker's sign of life replaces its last, and the one that ended is forgotten", async () => {
  const { workers } = await someLedger();
  await workers.beat("belfry:7:aa", at(0));
  await workers.beat("belfry:8:bb", at(1));
  await workers.beat("belfry:7:aa", at(2));
  expect(await workers.all()).toEqual([
    { name: "belfry:7:aa", startedAt: at(0).toISOString(), beatenAt: at(2).toISOString() },
    { name: "belfry:8:bb", startedAt: at(1).toISOString(), beatenAt: at(1).toISOString() },
  ]);
  await workers.forget(["belfry:7:aa"]);
  expect(await workers.all()).toHaveLength(1);
});
