import { expect, it, onTestFinished } from "vitest";
import { readingOf } from "../../src/app/reading.ts";
import { tellerOf, work } from "../../src/cli/work.ts";
import type { Store } from "../../src/ledger/store.ts";
import { someApp, someConfig, someSource } from "../fixtures/app.ts";
import { someDocument } from "../fixtures/replay.ts";
import { planInto } from "../fixtures/shop.ts";

/** Says what SQLite says when the disk has no room, at every change of what a service writes. */
const walls = [
  "INSERT ON source",
  "UPDATE ON source",
  "UPDATE ON delivery",
  "INSERT ON worker",
  "DELETE ON worker",
];
const fill = (store: Store) =>
  store.commit(async (tx) => {
    for (const [at, wall] of walls.entries())
      await tx.run(
        `CREATE TRIGGER wall_${at} BEFORE ${wall} BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END`,
      );
  });
const makeRoom = (store: Store) =>
  store.commit(async (tx) => {
    for (const at of walls.keys()) await tx.run(`DROP TRIGGER wall_${at}`);
  });

const accounts = [{ name: "here", channel: "page", settings: {} }];

it("a service whose disk takes nothing says so once, is not well, posts nothing, and goes on by itself once there is room", async () => {
  const feed = await someDocument('<rss version="2.0"><channel><title>x</title></channel></rss>');
  const app = await someApp(someConfig({ accounts, sources: [someSource(feed.url)] }));
  await planInto(app.ledger, [{ account: "here", channel: "page", dueAt: new Date().toISOString() }]);
  const { store } = app.ledger;
  const state = async () => (await app.ledger.deliveries.list({}))[0]?.state;
  const health = async () => (await readingOf(app)).health();

  await fill(store);
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const stop = await work(app, { round: () => undefined, problem: say, failed: tellerOf(say, Date.now) });
  onTestFinished(stop);
  expect(said).toEqual([expect.stringMatching(/^The ledger cannot be written: the disk is full/)]);
  expect(await state()).toBe("scheduled");
  const { ok, alarms } = await health();
  expect([ok, alarms.map(({ key }) => key)]).toEqual([false, ["ledger:unwritable"]]);

  await makeRoom(store);
  app.dispatcher.wake();
  await expect.poll(state).toBe("sent");
  expect((await health()).alarms).toEqual([]);
});

it("what fails again and again is said once an hour", () => {
  let now = 0;
  const said: string[] = [];
  const tell = tellerOf(
    (text) => void said.push(text),
    () => now,
  );
  for (const minute of [0, 1, 59, 60, 61]) {
    now = minute * 60_000;
    tell(new Error("The disk is full."));
  }
  tell("Something else.");
  expect(said).toEqual(["The disk is full.", "The disk is full.", "Something else."]);
});
