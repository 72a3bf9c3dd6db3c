import { expect, onTestFinished, test } from "vitest";
import { collect } from "../../../src/app/results/collect.ts";
import type { Account } from "../../../src/model/account.ts";
import type { PlannedDelivery } from "../../../src/model/delivery.ts";
import { startMastodon } from "../../bench/mastodon.ts";
import { startTwitter } from "../../bench/twitter.ts";
import { someApp, someConfig } from "../../fixtures/app.ts";
import { noon, planInto } from "../../fixtures/shop.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** An account on a real server, some posts that went out at noon, and a clock that tests move. */
async function someTown(planned: readonly Partial<PlannedDelivery>[] = [{}], account: Partial<Account> = {}) {
  let time = noon.getTime();
  const now = (): Date => new Date(time);
  const server = await startMastodon({ now });
  onTestFinished(() => server.close());
  const settings = { server: server.url, accessToken: server.tokenOf("comms") };
  const accounts = [{ name: "fedi", channel: "mastodon", settings, ...account }];
  const app = await someApp(someConfig({ accounts }), now);
  await planInto(
    app.ledger,
    planned.map((one) => ({ account: "fedi", channel: "mastodon", ...one })),
  );
  await app.dispatcher.runDue();
  const sent = await app.ledger.deliveries.list({ states: ["sent"] });
  const ids = sent.map(({ id }) => id);
  const before = server.requests.length;
  return {
    app,
    server,
    ids,
    asked: () =>
      server.requests.slice(before).filter((one) => one.startsWith("GET /api/v1/statuses/")).length,
    turnTo: (milliseconds: number) => void (time = noon.getTime() + milliseconds),
    latest: async () => {
      const known = await app.ledger.tracks.latest(ids);
      return ids.map((id) => known.get(id));
    },
    tracks: () => app.ledger.tracks.between(noon, new Date(noon.getTime() + day), noon),
  };
}

test("a post is looked at when its times have come, and what was seen each time is kept", async () => {
  const { app, server, asked, turnTo, latest, tracks } = await someTown();
  await collect(app);
  expect(asked()).toBe(0);
  const [status] = server.seen("comms");
  turnTo(hour);
  status!.counts = { likes: 3, reposts: 1 };
  expect(await collect(app)).toEqual({ looked: 1, gone: 0, problems: [] });
  expect(await collect(app)).toEqual({ looked: 0, gone: 0, problems: [] });
  turnTo(7 * hour);
  status!.counts = { likes: 8, reposts: 2, replies: 1 };
  await collect(app);
  expect(asked()).toBe(2);
  const counts = { likes: 8, reposts: 2, replies: 1, clicks: null, views: null };
  expect(await latest()).toEqual([{ at: "2026-03-10T19:00:00.000Z", counts, goneAt: null }]);
  expect((await tracks())[0]?.looks.map((look) => look.counts.likes)).toEqual([3, 8]);
  turnTo(40 * day);
  await collect(app);
  await collect(app);
  expect(asked()).toBe(3);
});

test("a post that is gone is noted, keeps what it had, and is asked for no more", async () => {
  const { app, server, asked, turnTo, latest } = await someTown();
  turnTo(hour);
  server.seen("comms")[0]!.counts = { likes: 3 };
  await collect(app);
  turnTo(day);
  const id = server.seen("comms")[0]!.id;
  const headers = { authorization: `Bearer ${server.tokenOf("comms")}` };
  await fetch(`${server.url}/api/v1/statuses/${id}`, { method: "DELETE", headers });
  expect(await collect(app)).toEqual({ looked: 1, gone: 1, problems: [] });
  expect(await latest()).toMatchObject([{ counts: { likes: 3 }, goneAt: "2026-03-11T12:00:00.000Z" }]);
  turnTo(4 * day);
  await collect(app);
  expect(asked()).toBe(2);
});

test("a network that asks to wait is left alone as long, and nothing else waits for it", async () => {
  const { app, server, asked, turnTo, latest } = await someTown();
  turnTo(hour);
  server.misbehave("busy", "any");
  expect((await collect(app)).problems).toHaveLength(1);
  expect((await app.ledger.accounts.all()).get("fedi")).toMatchObject({ parked: null, busyUntil: null });
  turnTo(hour + 60_000);
  await collect(app);
  expect(asked()).toBe(0);
  turnTo(hour + 121_000);
  await collect(app);
  expect(asked()).toBe(1);
  expect(await latest()).toMatchObject([{ counts: { likes: 0 } }]);
});

test("nothing is asked shortly before a post is due, nor while the account is parked or waits", async () => {
  const { app, asked, turnTo } = await someTown([
    {},
    { step: "reminder", dueAt: new Date(noon.getTime() + hour + 30_000).toISOString() },
  ]);
  turnTo(hour);
  await collect(app);
  expect(asked()).toBe(0);
  turnTo(hour + 31_000);
  await app.dispatcher.runDue();
  const waits = (column: string, value: string | null) =>
    app.ledger.store.commit((tx) =>
      tx.run(
        `INSERT INTO account (name, ${column}) VALUES ('fedi', ?) ON CONFLICT (name) DO UPDATE SET ${column} = excluded.${column}`,
        value,
      ),
    );
  await waits("parked", "The token has ended.");
  await collect(app);
  await waits("parked", null);
  await waits("busy_until", new Date(noon.getTime() + 2 * hour).toISOString());
  await collect(app);
  expect(asked()).toBe(0);
  await waits("busy_until", null);
  await collect(app);
  expect(asked()).toBe(1);
});

test("an account is asked for sixty posts an hour at most", async () => {
  const many = Array.from({ length: 70 }, (_, at) => ({ step: `step${at}` }));
  const { app, asked, turnTo } = await someTown(many);
  turnTo(hour);
  expect((await collect(app)).looked).toBe(60);
  turnTo(1.5 * hour);
  expect((await collect(app)).looked).toBe(0);
  turnTo(2 * hour + 1);
  expect((await collect(app)).looked).toBe(10);
  expect(asked()).toBe(70);
});

test("of two that look at the same time each post is asked for once", async () => {
  const { app, asked, turnTo } = await someTown([{}, { step: "more" }]);
  turnTo(hour);
  const both = await Promise.all([collect(app), collect(app)]);
  expect(both.reduce((sum, { looked }) => sum + looked, 0)).toBe(2);
  expect(asked()).toBe(2);
});

test("our own next part of a thread is no reply of a reader", async () => {
  const { app, server, turnTo, latest } = await someTown([
    { part: 1, parts: 2 },
    { part: 2, parts: 2 },
  ]);
  for (const status of server.seen("comms")) status.counts = { replies: 3 };
  turnTo(hour);
  await collect(app);
  expect((await latest()).map((one) => one?.counts.replies).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
    2, 3,
  ]);
});

test("what an entry came to is read anew after each look, and a second Carillon sees it too", async () => {
  const { app, server, turnTo } = await someTown();
  const [delivery] = await app.ledger.deliveries.list({});
  const other = await someApp(app.config, app.now);
  const seen = async () =>
    Promise.all(
      [app, other].map(async ({ ledger }) => {
        const [track] = await ledger.tracks.ofEntries([delivery?.entry ?? ""]);
        return track?.looks.map(({ counts }) => counts.likes);
      }),
    );
  turnTo(hour);
  await collect(app);
  expect(await seen()).toEqual([[0], [0]]);
  turnTo(6 * hour);
  server.seen("comms")[0]!.counts = { likes: 2 };
  await collect(app);
  expect(await seen()).toEqual([
    [0, 2],
    [0, 2],
  ]);
});

test("an account that says no is not asked", async () => {
  const { app, asked, turnTo } = await someTown([{}], { results: false });
  turnTo(hour);
  await collect(app);
  expect(asked()).toBe(0);
});

test("where a look costs money nobody looks, unless the account asks for it", async () => {
  let time = noon.getTime();
  const server = await startTwitter({ now: () => new Date(time) });
  onTestFinished(() => server.close());
  const looked = async (results: boolean | undefined): Promise<number> => {
    time = noon.getTime();
    const account = {
      name: "bird",
      channel: "twitter",
      settings: { server: server.url, ...server.keysOf("comms") },
    };
    const accounts = [results === undefined ? account : { ...account, results }];
    const app = await someApp(someConfig({ accounts }), () => new Date(time));
    await planInto(app.ledger, [{ account: "bird", channel: "twitter" }]);
    await app.dispatcher.runDue();
    const [sent] = await app.ledger.deliveries.list({ states: ["sent"] });
    time = Date.parse(sent?.receipt?.at ?? "") + hour;
    return (await collect(app)).looked;
  };
  expect(await looked(undefined)).toBe(0);
  expect(await looked(true)).toBe(1);
});
