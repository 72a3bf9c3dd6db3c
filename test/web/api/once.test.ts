import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { App } from "../../../src/app.ts";
import { makeProgram } from "./programs.ts";
import { openHouse } from "../team/house.ts";
import { planInto } from "../../fixtures/shop.ts";

async function someHouse() {
  let now = new Date("2026-03-10T12:00:00Z");
  const accounts = [{ name: "here", channel: "page", settings: {} }];
  const { app, url } = await openHouse({ accounts }, () => now);
  const post = { account: "here", channel: "page" };
  await planInto(app.ledger, [{ ...post, state: "scheduled", dueAt: "2026-03-11T12:00:00.000Z" }]);
  const [one] = await app.ledger.deliveries.list({});
  const writer = await makeProgram(app, url, ["see", "write"]);
  const wait = (hours: number): void => void (now = new Date(now.getTime() + hours * 3_600_000));
  return { app, url, id: one!.id, entry: one!.entry, writer, wait };
}

const remarksOf = async (app: App, entry: string): Promise<number> =>
  (await app.ledger.remarks.of(entry)).length;

const withKey = (key: string) => ({ "idempotency-key": key });

test("asked twice with one key it is done once, and answered alike", async () => {
  const { app, id, entry, writer } = await someHouse();
  const key = `"${randomUUID()}"`;
  const ask = () => writer.post(`/posts/${id}/ask`, { text: "Right?" }, withKey(key));
  const [first, second] = [await ask(), await ask()];
  expect([second.status, second.text]).toEqual([first.status, first.text]);
  expect([first, second].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
  expect(await remarksOf(app, entry)).toBe(1);
});

test("a key without quotes is the same key, and another's is another", async () => {
  const { app, url, id, entry, writer } = await someHouse();
  const other = await makeProgram(app, url, ["write"], "other");
  for (const program of [writer, writer, other])
    for (const key of ['"k-1"', "k-1"]) await program.post(`/posts/${id}/ask`, {}, withKey(key));
  expect(await remarksOf(app, entry)).toBe(2);
});

test("a no is answered alike as well, also once it would be a yes", async () => {
  const { app, id, writer } = await someHouse();
  await app.ledger.deliveries.change(id, ["scheduled"], { state: "held" }, new Date());
  const ask = () => writer.post(`/posts/${id}/hold`, {}, withKey("k"));
  const first = await ask();
  await app.ledger.deliveries.change(id, ["held"], { state: "scheduled" }, new Date());
  const second = await ask();
  expect(first.status).toBe(409);
  expect([second.status, second.text]).toEqual([first.status, first.text]);
  expect(second.headers.get("content-type")).toBe("application/problem+json");
  expect((await writer.post(`/posts/${id}/hold`, {}, withKey("another"))).status).toBe(200);
});

test("the same key for something else is refused, by body, by address", async () => {
  const { id, entry, writer } = await someHouse();
  await writer.post(`/posts/${id}/ask`, { text: "a" }, withKey("k"));
  const others = [
    await writer.post(`/posts/${id}/ask`, { text: "b" }, withKey("k")),
    await writer.post(`/entries/${entry}/ask`, { text: "a" }, withKey("k")),
  ];
  expect(others.map(({ status }) => status)).toEqual([422, 422]);
});

test("after a day a key is new again", async () => {
  const { app, id, entry, writer, wait } = await someHouse();
  await writer.post(`/posts/${id}/ask`, {}, withKey("k"));
  wait(25);
  await writer.post(`/posts/${id}/ask`, {}, withKey("k"));
  expect(await remarksOf(app, entry)).toBe(2);
});

test("of many that ask at once with one key one is served, the others wait or hear the same", async () => {
  const { app, id, entry, writer } = await someHouse();
  const ask = () => writer.post(`/posts/${id}/ask`, { text: "?" }, withKey("k"));
  const answers = await Promise.all(Array.from({ length: 40 }, ask));
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  const served = answers.filter(
    ({ status, headers }) => status === 200 && !headers.has("idempotent-replayed"),
  );
  expect(served).toHaveLength(1);
  expect(await remarksOf(app, entry)).toBe(1);
  expect(await ask()).toMatchObject({ status: 200, text: served[0]?.text });
});

test.each([
  [
    "a process of this machine that is no more",
    (app: App) => app.worker.replace(/:\d+:.*/, ":999999999:ffffffff"),
    0,
    200,
  ],
  ["a process of another machine, at first", () => "elsewhere:1:ffffffff", 0, 409],
  ["a process of another machine, after five minutes", () => "elsewhere:1:ffffffff", 0.1, 200],
])("what was begun by %s", async (_, workerOf, hours, status) => {
  const { app, id, writer, wait } = await someHouse();
  await writer.post(`/posts/${id}/hold`, {}, withKey("k"));
  const sql = "UPDATE api_answer SET status = NULL, body = NULL, worker = ?";
  await app.ledger.store.commit((tx) => tx.run(sql, workerOf(app)));
  await app.ledger.deliveries.change(id, ["held"], { state: "scheduled" }, new Date());
  wait(hours);
  expect((await writer.post(`/posts/${id}/hold`, {}, withKey("k"))).status).toBe(status);
});

test("a key that is none is refused, and what does not fit uses none up", async () => {
  const { id, writer } = await someHouse();
  const odd = ["", '""', "with space", "x".repeat(300)];
  for (const key of odd) expect((await writer.post(`/posts/${id}/hold`, {}, withKey(key))).status).toBe(400);
  expect((await writer.post(`/posts/${id}/ask`, { text: 1 }, withKey("k"))).status).toBe(422);
  expect((await writer.post(`/posts/${id}/ask`, { text: "1" }, withKey("k"))).status).toBe(200);
});

test("a link is told once, and stands nowhere: the same request hears that it was made", async () => {
  const { app, entry, writer } = await someHouse();
  const make = () => writer.post(`/entries/${entry}/review-links`, {}, withKey("k"));
  const [first, second] = [await make(), await make()];
  expect([first.status, second.status]).toEqual([200, 409]);
  expect(second.body).toMatchObject({ detail: expect.stringMatching(/told only once/) as string });
  const { link } = first.body as { link: string };
  const secret = link.split("/").at(-1) ?? "none";
  expect(secret.length).toBeGreaterThan(30);
  const kept = await app.ledger.store.read("SELECT * FROM api_answer");
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(await app.ledger.remarks.links(entry, app.now())).toHaveLength(1);
});
