import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { openApp } from "../../src/app.ts";
import { statusOf } from "../../src/app/status.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { startMastodon } from "../bench/mastodon.ts";
import { someConfig } from "../fixtures/config.ts";
import { planInto, someFolder } from "../fixtures/shop.ts";

/** At a full hour by the network's clock and ours: windows do not end while a test runs. */
const now = new Date("2026-03-10T12:00:00Z");

async function someService() {
  const bench = await startMastodon({ now: () => now });
  onTestFinished(() => bench.close());
  const settings = { server: bench.url, accessToken: bench.tokenOf("comms"), visibility: "public" };
  const file = join(someFolder(), "ledger.db");
  const accounts = [{ name: "bells", channel: "mastodon", settings }];
  const app = await openApp({
    config: someConfig({ ledger: file, accounts }),
    problems: [],
    now: () => now,
  });
  return { app, file };
}

const due = (step: string, dueAt: string) => ({ account: "bells", channel: "mastodon", step, dueAt });

test("what answers say is in the ledger after the service has ended, with its moment", async () => {
  const { app, file } = await someService();
  await planInto(app.ledger, [due("one", now.toISOString()), due("two", now.toISOString())]);
  await app.dispatcher.runDue();
  expect((await app.ledger.allowances.all()).size).toBe(0);
  await app.close();
  const ledger = await openLedger(file);
  onTestFinished(() => ledger.close());
  const said = (await ledger.allowances.all()).get("bells");
  expect(said).toContainEqual({
    account: "bells",
    name: "x-ratelimit",
    what: "posts",
    left: 298,
    of: 300,
    until: "2026-03-10T15:00:00.000Z",
    each: 1,
    at: now.toISOString(),
  });
  expect(said?.map(({ what }) => what).toSorted()).toEqual(["posts", "requests"]);
});

test("what was said earlier takes nobody's place", async () => {
  const { app } = await someService();
  onTestFinished(() => app.close());
  const said = { account: "bells", name: "x", what: "posts", of: 9, until: null, each: 1 } as const;
  await app.ledger.allowances.keep([{ ...said, left: 3, at: "2026-03-10T12:00:00.000Z" }]);
  await app.ledger.allowances.keep([{ ...said, left: 7, at: "2026-03-10T11:00:00.000Z" }]);
  expect((await app.ledger.allowances.all()).get("bells")).toMatchObject([{ left: 3 }]);
});

test("status warns where more is planned than the network takes until it counts anew", async () => {
  const { app } = await someService();
  onTestFinished(() => app.close());
  const [soon, later] = ["2026-03-10T13:00:00.000Z", "2026-03-10T16:00:00.000Z"];
  await planInto(app.ledger, [due("one", soon), due("two", soon), due("three", later)]);
  const said = {
    account: "bells",
    name: "x",
    what: "posts",
    of: 9,
    until: "2026-03-10T15:00:00.000Z",
    each: 1,
    at: soon,
  } as const;
  await app.ledger.allowances.keep([{ ...said, left: 2 }]);
  expect((await statusOf(app)).alarms).toEqual([]);
  await app.ledger.allowances.keep([{ ...said, left: 1 }]);
  expect((await statusOf(app)).alarms).toMatchObject([
    { key: "limit:bells", text: expect.stringContaining("2 planned, 1 left") as string },
  ]);
});
