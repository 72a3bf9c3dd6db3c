import { expect, test } from "vitest";
import { sendEvents } from "../../src/app/events.ts";
import { watch } from "../../src/app/watch.ts";
import { eventTypes } from "../../src/model/event.ts";
import { someApp } from "../fixtures/app.ts";
import { here, plan, someCarillon, startReceiver, typesOf } from "../fixtures/receiver.ts";

test("what happens to a post is told in order, signed, and only what may be told", async () => {
  const receiver = await startReceiver();
  const { app } = await someCarillon(receiver.url);
  const { id, entry, post } = await plan(app);
  await app.ledger.deliveries.change(
    id,
    ["scheduled"],
    { state: "held", reason: "Held by anna." },
    app.now(),
  );
  await sendEvents(app);
  expect(typesOf(receiver.got)).toEqual(["entry.news", "post.scheduled", "post.held"]);
  expect(receiver.got[2]?.event.data).toEqual({
    id,
    entry,
    story: null,
    campaign: "newsletter",
    step: "announcement",
    part: 1,
    parts: 1,
    ...here,
    state: "held",
    dueAt: "2026-03-10T12:00:00.000Z",
    permalink: null,
    text: null,
    reason: "Held by anna.",
  });
  expect(JSON.stringify(receiver.got)).not.toContain(JSON.stringify(post.text).slice(1, -1));
  expect(new Set(receiver.got.map((one) => one.id)).size).toBe(3);
});

test("what was sent is told with its words and its address", async () => {
  const receiver = await startReceiver();
  const { app } = await someCarillon(receiver.url, ["post.sent"]);
  const { id, post } = await plan(app);
  await app.dispatcher.runDue();
  await sendEvents(app);
  const sent = await app.ledger.deliveries.get(id);
  expect(receiver.got.map(({ event }) => event)).toMatchObject([
    { type: "post.sent", data: { id, state: "sent", text: post.text, permalink: sent?.receipt?.permalink } },
  ]);
});

test("alarms and the holding of everything are told, and calls are not", async () => {
  const receiver = await startReceiver();
  const { app } = await someCarillon(receiver.url);
  await app.ledger.stops.begin({ at: app.now().toISOString(), who: "anna", reason: "Storm." });
  await app.ledger.stops.end([], "ben", app.now());
  const held = [{ key: "late:1", text: "Late.", tellable: true }];
  const tell = () => ({
    ...here,
    story: null,
    campaign: "(calls)",
    step: "alarm/1",
    part: 1,
    parts: 1,
    state: "scheduled" as const,
    dueAt: app.now().toISOString(),
    post: { title: null, text: "Late.", link: null, card: null, media: [], language: "en", tags: [] },
    approvalsNeeded: 0,
    reason: null,
  });
  await app.ledger.alarms.settle(held, app.now(), tell);
  await app.ledger.alarms.settle([], app.now(), null);
  await sendEvents(app);
  expect(receiver.got.map(({ event: { type, data } }) => [type, data["who"] ?? data["key"]])).toEqual([
    ["everything.held", "anna"],
    ["everything.released", "ben"],
    ["alarm.raised", "late:1"],
    ["alarm.ended", "late:1"],
  ]);
});

test("what is not taken is told again, later and later, under the same id, and nothing overtakes it", async () => {
  const receiver = await startReceiver();
  const { app, wait } = await someCarillon(receiver.url);
  receiver.status = 500;
  await plan(app);
  await sendEvents(app);
  await sendEvents(app);
  expect(receiver.asked).toHaveLength(1);
  await wait(6);
  await sendEvents(app);
  await wait(6);
  await sendEvents(app);
  expect(receiver.asked).toHaveLength(2);
  receiver.status = 200;
  await wait(60);
  await sendEvents(app);
  expect(typesOf(receiver.got)).toEqual(["entry.news", "entry.news", "entry.news", "post.scheduled"]);
  expect(new Set(receiver.got.slice(0, 3).map(({ id }) => id)).size).toBe(1);
});

test("who dies between an answer and its record tells again, under the same id", async () => {
  const receiver = await startReceiver();
  const { app, config, wait } = await someCarillon(receiver.url);
  await plan(app);
  const dead = "UPDATE event_target SET lease_by = 'dead'";
  receiver.meanwhile = () => app.ledger.store.commit((tx) => tx.run(dead)).then(() => undefined);
  await sendEvents(app);
  receiver.meanwhile = async () => {};
  const successor = await someApp(config);
  await sendEvents(successor);
  expect(typesOf(receiver.got)).toEqual(["entry.news"]);
  await wait(91);
  await sendEvents(successor);
  expect(typesOf(receiver.got)).toEqual(["entry.news", "entry.news", "post.scheduled"]);
  expect(receiver.got[1]).toEqual(receiver.got[0]);
});

test("of two processes one tells", async () => {
  const receiver = await startReceiver();
  const { app, config } = await someCarillon(receiver.url);
  const other = await someApp(config);
  await plan(app);
  await Promise.all([sendEvents(app), sendEvents(other), sendEvents(app), sendEvents(other)]);
  expect(receiver.got).toHaveLength(2);
});

test("after three days it is given up, and somebody hears of it until it answers again", async () => {
  const receiver = await startReceiver("/hook?key=secret-of-the-address");
  const { app, wait } = await someCarillon(receiver.url, ["entry.news", "post.scheduled"]);
  receiver.status = 503;
  const { id } = await plan(app);
  await sendEvents(app);
  const alarmNow = async () => (await watch(app)).filter(({ key }) => key.startsWith("events:"));
  expect(await alarmNow()).toEqual([]);
  await wait(3700);
  await sendEvents(app);
  const [warning] = await alarmNow();
  expect(warning).toMatchObject({
    severity: "warning",
    text: expect.stringMatching(/takes no events: It answers 503\.$/),
  });
  await wait(3 * 86_400);
  await app.ledger.store.commit((tx) => tx.run("UPDATE event SET at = '2026-03-10T12:00:00.000Z'"));
  await sendEvents(app);
  const known = await app.ledger.events.targets();
  expect(known).toMatchObject([{ lost: 2 }]);
  expect(JSON.stringify([warning, known])).not.toContain("secret-of-the-address");
  receiver.status = 200;
  const change = (from: "scheduled" | "held", state: "scheduled" | "held") =>
    app.ledger.deliveries.change(id, [from], { state }, app.now());
  await change("scheduled", "held");
  await change("held", "scheduled");
  await wait(4000);
  await sendEvents(app);
  expect(await app.ledger.events.targets()).toMatchObject([{ lost: 0, failingAt: null }]);
});

test("inner addresses are not told anything, unless that is meant", async () => {
  const receiver = await startReceiver();
  const { app } = await someCarillon(receiver.url, eventTypes, false);
  await plan(app);
  await sendEvents(app);
  expect(receiver.asked).toEqual([]);
  expect(await app.ledger.events.targets()).toMatchObject([
    { reason: expect.stringMatching(/private network/) },
  ]);
});

test("where nobody listens nothing is written; who comes later hears what happens from then on", async () => {
  const receiver = await startReceiver();
  const { app, config } = await someCarillon(receiver.url);
  const { events: _, ...deaf } = config;
  const silent = await someApp(deaf);
  const { id } = await plan(silent);
  expect(await app.ledger.events.after(0, 10)).toEqual([]);
  const listening = await someApp(config);
  await silent.ledger.deliveries.change(id, ["scheduled"], { state: "cancelled" }, new Date());
  await sendEvents(listening);
  expect(typesOf(receiver.got)).toEqual(["post.cancelled"]);
});

test("what everybody has is forgotten, and numbers go on", async () => {
  const receiver = await startReceiver();
  const { app } = await someCarillon(receiver.url);
  const { id } = await plan(app);
  await sendEvents(app);
  await app.ledger.deliveries.change(id, ["scheduled"], { state: "held" }, app.now());
  await sendEvents(app);
  expect((await app.ledger.events.after(0, 10)).map((one) => one.type)).toEqual(["post.held"]);
  await app.ledger.deliveries.change(id, ["held"], { state: "cancelled" }, app.now());
  await sendEvents(app);
  expect(typesOf(receiver.got)).toEqual(["entry.news", "post.scheduled", "post.held", "post.cancelled"]);
});
