import { describe, expect, it, onTestFinished } from "vitest";
import { readingOf } from "../../src/app/reading.ts";
import { statusOf } from "../../src/app/status.ts";
import { beat, watch } from "../../src/app/watch.ts";
import { calls } from "../../src/model/delivery.ts";
import type { Campaign } from "../../src/model/campaign.ts";
import type { Expectation } from "../../src/model/expectation.ts";
import { round } from "../../src/app/round.ts";
import { openRoom } from "../bench/xmpp-room.ts";
import { settingsFor } from "../bench/xmpp-acts.ts";
import { startProsody, whyNoProsody } from "../bench/prosody.ts";
import { startWebhook, type WebhookBench } from "../bench/webhook.ts";
import { someApp, someConfig, someSource } from "../fixtures/app.ts";
import { gazetteOf } from "../fixtures/gazette.ts";
import { someDocument } from "../fixtures/replay.ts";
import { planInto } from "../fixtures/shop.ts";

const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
const hour = 3_600_000;

/** Two receivers: one for posts, one for alarms. The clock, which tests move, is that of three hours ago. */
async function someWatch() {
  let time = Date.now() - 3 * hour;
  const [posts, voice] = await Promise.all([startWebhook({ secret }), startWebhook({ secret })]);
  onTestFinished(async () => void (await Promise.all([posts.close(), voice.close()])));
  const settingsOf = ({ url }: WebhookBench) => ({ channel: "webhook", settings: { server: url, secret } });
  const config = someConfig({
    alarm: "voice",
    accounts: [
      { name: "posts", ...settingsOf(posts) },
      { name: "voice", ...settingsOf(voice) },
    ],
  });
  const app = await someApp(config, () => new Date(time));
  const plan = (...accounts: readonly string[]) =>
    planInto(
      app.ledger,
      accounts.map((account) => ({ account, channel: "webhook", dueAt: new Date(time).toISOString() })),
    );
  const look = async () => {
    const raised = await watch(app);
    await app.dispatcher.runDue();
    return raised.map(({ key }) => key);
  };
  return {
    app,
    posts,
    voice,
    plan,
    look,
    /** To some hours before now. */
    turnTo: (hours: number) => void (time = Date.now() - hours * hour),
  };
}

describe("an alarm", () => {
  it("goes to the alarm account once: what, since when, what to do; and so does its end", async () => {
    const { app, voice, plan, look, turnTo } = await someWatch();
    await plan("posts");
    const [post] = await app.ledger.deliveries.list({});
    turnTo(0);
    expect(await look()).toEqual([`late:${post!.id}`]);
    const [said, ...more] = await voice.world.visible();
    expect(more).toEqual([]);
    expect(said!.text).toMatch(
      /^The Belfry: 1 alarm\n\nThe post \w+ to posts is late: .* Since \w{3} \d+ \w+, [\d:]+ Berlin\.\n/,
    );
    expect(said!.text).toContain(
      `What to do: It is tried again by itself. To try now: \`carillon retry ${post!.id}\``,
    );
    // The first look sent the post, which only waited.
    expect(await look()).toEqual([]);
    const [, over] = await voice.world.visible();
    expect(over!.text).toMatch(
      new RegExp(`^The Belfry: 1 over\n\nOver: The post ${post!.id} to posts is late`),
    );
    expect((await statusOf(app)).alarms).toEqual([]);
    await look();
    expect(await voice.world.visible()).toHaveLength(2);
  });

  it("is told with all others of the same look in one message", async () => {
    const { app, voice, plan, look, turnTo } = await someWatch();
    await plan("posts", "gone", "away");
    await app.ledger.workers.beat("belfry:7:aa", app.now());
    turnTo(0);
    expect(await look()).toHaveLength(4);
    const [said, ...more] = await voice.world.visible();
    expect(more).toEqual([]);
    expect(said!.text).toMatch(/^The Belfry: 4 alarms\n/);
    expect(said!.text).toContain("The worker on belfry (process 7) has given no sign of life.");
  });

  it("reaches a webhook as a post with a title, a text and a link to the desk", async () => {
    const { app, voice, look } = await someWatch();
    await app.ledger.workers.beat("belfry:7:aa", new Date(app.now().getTime() - hour));
    await look();
    const event = JSON.parse(voice.requests[0]!.body.toString()) as unknown;
    expect(event).toMatchObject({
      type: "post.published",
      data: { title: "The Belfry: 1 alarm", link: "http://localhost:4747/desk", language: "en" },
    });
  });

  it("about the alarm account stands in status and health, and asks for no message", async () => {
    const { app, voice, look, turnTo } = await someWatch();
    await voice.close();
    await app.ledger.workers.beat("belfry:7:aa", app.now());
    turnTo(2);
    expect(await look()).toEqual(["worker:belfry:7:aa"]);
    turnTo(0);
    expect(await look()).toEqual(["calls:voice"]);
    expect(await look()).toEqual([]);
    const messages = await app.ledger.deliveries.list({});
    expect(messages).toMatchObject([{ campaign: calls, state: "scheduled", account: "voice" }]);
    const { ok, alarms } = await (await readingOf(app)).health();
    expect(ok).toBe(false);
    expect(alarms).toContainEqual(expect.objectContaining({ key: "calls:voice", toldAt: null }));
  });

  it("is kept without an account for it, and says so where that account is public", async () => {
    const app = await someApp(
      someConfig({ alarm: "here", accounts: [{ name: "here", channel: "page", settings: {} }] }),
    );
    await watch(app);
    await watch(app);
    expect((await statusOf(app)).alarms).toMatchObject([{ key: "voice:here", toldAt: null }]);
    expect(await app.ledger.deliveries.list({})).toEqual([]);
  });
});

describe("an expected entry", () => {
  const campaign = (entry: Expectation["entry"]): Campaign => ({
    name: "newsletter",
    source: "news",
    review: null,
    wait: { live: false },
    steps: [],
    expect: { entry, confirmed: 3600 },
  });

  async function someExpectation(found: string) {
    let time = new Date(found);
    const document = await someDocument("");
    const app = await someApp(
      someConfig({
        sources: [someSource(document.url, { maxAge: 100_000 })],
        campaigns: [campaign({ every: "month", day: 7, clock: { hour: 12, minute: 0 } })],
      }),
      () => time,
    );
    const poll = async (...names: readonly string[]) => {
      document.set(gazetteOf(...names).replaceAll(/<pubDate>.*?<\/pubDate>/g, ""));
      await round(app, () => undefined);
    };
    const keysAt = async (moment: string) => {
      time = new Date(moment);
      return (await watch(app)).map(({ key }) => key);
    };
    await poll("January");
    return { app, poll, keysAt };
  }

  it("that does not come by its day is missed, in each month once, until it comes", async () => {
    const { app, poll, keysAt } = await someExpectation("2026-02-10T09:00:00Z");
    expect(await keysAt("2026-03-07T10:59:00Z")).toEqual([]);
    expect(await keysAt("2026-03-07T11:00:00Z")).toEqual(["missing:newsletter:2026-03-07T11:00:00.000Z"]);
    expect(await keysAt("2026-03-20T11:00:00Z")).toEqual([]);
    expect(await keysAt("2026-04-07T10:00:00Z")).toEqual(["missing:newsletter:2026-04-07T10:00:00.000Z"]);
    await poll("April", "January");
    expect((await statusOf(app)).alarms).toEqual([]);
    expect(await keysAt("2026-04-30T10:00:00Z")).toEqual([]);
  });

  it("that is late for one month does not count for the next, and one that is early does", async () => {
    const late = await someExpectation("2026-02-10T09:00:00Z");
    await late.keysAt("2026-03-12T11:00:00Z");
    await late.poll("February", "January");
    expect(await late.keysAt("2026-04-07T12:00:00Z")).toEqual([
      "missing:newsletter:2026-04-07T10:00:00.000Z",
    ]);
    const early = await someExpectation("2026-02-10T09:00:00Z");
    await early.keysAt("2026-03-31T11:00:00Z");
    await early.poll("March", "January");
    expect(await early.keysAt("2026-04-07T12:00:00Z")).toEqual([]);
  });

  it("is not missed where its day was before the first look", async () => {
    const { keysAt } = await someExpectation("2026-03-10T09:00:00Z");
    expect(await keysAt("2026-03-10T10:00:00Z")).toEqual([]);
  });
});

it("a worker takes the place of one that died before it, and not of one that worked beside it", async () => {
  let minute = 0;
  const app = await someApp(someConfig(), () => new Date(Date.UTC(2026, 2, 10, 12, minute)));
  const beatOf = (name: string) => app.ledger.workers.beat(name, app.now());
  const missed: (readonly string[])[] = [];
  await beatOf("belfry:1:died");
  const spend = async (minutes: number, ...others: readonly string[]) => {
    for (const until = minute + minutes; minute < until; minute++) {
      await beat(app);
      for (const name of others) await beatOf(name);
      missed.push((await watch(app)).map(({ key }) => key));
    }
  };
  minute = 1;
  await spend(4, "belfry:2:beside");
  await spend(8);
  expect(missed.flat()).toEqual(["worker:belfry:2:beside"]);
  expect((await app.ledger.workers.all()).map(({ name }) => name)).toEqual([app.worker, "belfry:2:beside"]);
});

if (whyNoProsody !== undefined) console.log(`Skipped: ${whyNoProsody}`);

it.skipIf(whyNoProsody !== undefined)("an alarm reaches a chat room, once", { timeout: 30_000 }, async () => {
  const prosody = await startProsody();
  onTestFinished(() => prosody.close());
  const reader = await openRoom(prosody.port, "alarms@rooms.localhost");
  onTestFinished(() => reader.close());
  const account = {
    name: "room",
    channel: "xmpp",
    settings: settingsFor(prosody.port, { room: reader.room }),
  };
  const app = await someApp(someConfig({ alarm: "room", accounts: [account] }));
  await app.ledger.workers.beat("belfry:7:aa", new Date(Date.now() - hour));
  for (const _ of [1, 2]) {
    await watch(app);
    await app.dispatcher.runDue();
  }
  const seen = await reader.visible();
  expect(seen.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^The Belfry: 1 alarm\n\nThe worker on belfry \(process 7\) has given no sign of life\. Since /,
    ),
  ]);
});
