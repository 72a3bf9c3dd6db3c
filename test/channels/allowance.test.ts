import { afterEach, describe, expect, test } from "vitest";
import bluesky from "../../channels/bluesky/channel.ts";
import facebook from "../../channels/facebook/channel.ts";
import { builtIn } from "../../channels/index.ts";
import lemmy from "../../channels/lemmy/channel.ts";
import mastodon from "../../channels/mastodon/channel.ts";
import reddit from "../../channels/reddit/channel.ts";
import twitter from "../../channels/twitter/channel.ts";
import webhook from "../../channels/webhook/channel.ts";
import { earOf } from "../../src/app/ear.ts";
import type { Channel } from "../../src/channel/channel.ts";
import type { KnownAllowance } from "../../src/model/allowance.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { BenchServer } from "../bench/bench-server.ts";
import { startFacebook } from "../bench/facebook.ts";
import { makeIo } from "../bench/io.ts";
import { startLemmy } from "../bench/lemmy.ts";
import { startMastodon } from "../bench/mastodon.ts";
import { makePost } from "../bench/post.ts";
import { startReddit } from "../bench/reddit.ts";
import { startTwitter } from "../bench/twitter.ts";
import { startWebhook } from "../bench/webhook.ts";

const now = new Date("2026-03-10T13:00:00Z");
const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const open: BenchServer[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((bench) => bench.close()))));
const start = async <T extends BenchServer>(starting: Promise<T>): Promise<T> => {
  const bench = await starting;
  open.push(bench);
  return bench;
};

/** What is heard while an account is opened and publishes one post. */
async function hear(
  channel: Channel,
  settings: SettingValues,
  clock = () => now,
): Promise<readonly KnownAllowance[]> {
  const heard: KnownAllowance[] = [];
  const allowances = {
    all: () => Promise.resolve(new Map()),
    keep: async (said: readonly KnownAllowance[]) => void heard.push(...said),
  };
  const ear = earOf({ allowances });
  const io = { ...makeIo(), now: clock };
  const session = await channel.open(settings, ear.at("bells", channel, io));
  const post = makePost({ title: "Issue 7", link: "https://example.org/7/" });
  await session.publish(post, await session.prepare(post, { key: "bells-1", previous: null, reply: null }));
  await ear.keep();
  return heard;
}

const said = (heard: readonly KnownAllowance[]): readonly unknown[] =>
  heard.map(({ what, left, of, until, each }) => ({ what, left, of, until, each }));

describe("what is left, as told with the answers to a sign-in and a post", () => {
  test("of posts and of requests by Mastodon, each in its own window", async () => {
    const bench = await start(startMastodon({ now: () => now }));
    const settings = { server: bench.url, accessToken: bench.tokenOf("comms"), visibility: "public" };
    expect(said(await hear(mastodon, settings))).toEqual([
      { what: "requests", left: 299, of: 300, until: "2026-03-10T13:05:00.000Z", each: 1 },
      { what: "posts", left: 299, of: 300, until: "2026-03-10T15:00:00.000Z", each: 1 },
    ]);
  });

  test("of the account's posts and the app's by Twitter", async () => {
    const bench = await start(startTwitter({ now: () => now }));
    expect(
      said(await hear(twitter, { server: bench.url, ...bench.keysOf("comms") }, () => new Date())),
    ).toEqual([
      { what: "posts", left: 99, of: 100, until: "2026-03-10T13:15:00.000Z", each: 1 },
      { what: "app-posts", left: 9999, of: 10_000, until: "2026-03-11T13:00:00.000Z", each: 1 },
    ]);
  });

  test("of requests by Reddit, which says how many are used and how many seconds it takes", async () => {
    const bench = await start(startReddit({ subreddits: { bells: {} }, now: () => now }));
    expect(said(await hear(reddit, { ...bench.settingsOf("comms"), subreddit: "bells" }))).toEqual([
      { what: "requests", left: 998, of: 1000, until: "2026-03-10T13:10:00.000Z", each: 1 },
    ]);
  });

  test("of a share by Facebook, which says how much of it is used", async () => {
    const bench = await start(startFacebook());
    const settings = {
      page: bench.pageOf("comms"),
      accessToken: bench.tokenOf("comms"),
      server: bench.url,
      version: "v26.0",
    };
    expect(said(await hear(facebook, settings))).toEqual([
      { what: "app-share", left: 96, of: 100, until: null, each: 0 },
    ]);
  });

  test("of posts by Lemmy 1.0", async () => {
    const bench = await start(startLemmy());
    const heard = await hear(lemmy, bench.settings);
    expect(said(heard)).toContainEqual({
      what: "posts",
      left: 5,
      of: 6,
      until: "2026-03-10T13:10:00.000Z",
      each: 1,
    });
  });

  test("of requests by a receiver of webhooks, in the way of the standard to be", async () => {
    const bench = await start(startWebhook({ secret }));
    const headers = { ratelimit: '"hour";r=41;t=60', "ratelimit-policy": '"hour";q=60;w=3600' };
    bench.answerNext({ status: 204, headers });
    expect(said(await hear(webhook, { server: bench.url, secret }))).toEqual([
      { what: "requests", left: 41, of: 60, until: "2026-03-10T13:01:00.000Z", each: 1 },
    ]);
  });

  test("and nothing by a receiver that says nothing", async () => {
    const bench = await start(startWebhook({ secret }));
    expect(await hear(webhook, { server: bench.url, secret }, () => new Date())).toEqual([]);
  });
});

const answered = (method: string, path: string, headers: Readonly<Record<string, string>>) => ({
  method,
  path,
  headers: new Headers(headers),
  at: now,
});

describe("Bluesky tells with each answer the scarcest of the windows that count it", () => {
  const put = "/xrpc/com.atproto.repo.putRecord";
  test.each([
    [put, "5000", "5000;w=3600", "points", 2],
    [put, "3000", "3000;w=300", "requests", 1],
    ["/xrpc/com.atproto.server.createSession", "30", "30;w=300", "sign-ins", 0],
    ["/xrpc/com.atproto.sync.getBlob", "3000", "3000;w=300", "requests", 1],
  ] as const)("%s, of %s", (path, limit, policy, what, each) => {
    const headers = { "ratelimit-limit": limit, "ratelimit-remaining": "29", "ratelimit-policy": policy };
    const reset = { "ratelimit-reset": String(now.getTime() / 1000 + 300) };
    expect(bluesky.left?.(answered("POST", path, { ...headers, ...reset }))).toEqual([
      { name: "ratelimit", what, left: 29, of: Number(limit), until: "2026-03-10T13:05:00.000Z", each },
    ]);
  });
});

test("Facebook counts a Page by the most used of its measures, and says when it may go on", () => {
  const pages = {
    type: "pages",
    call_count: 12,
    total_cputime: 100,
    total_time: 3,
    estimated_time_to_regain_access: 19,
  };
  const usage = { "x-business-use-case-usage": JSON.stringify({ 1001: [pages] }) };
  expect(facebook.left?.(answered("POST", "/v26.0/1001/feed", usage))).toEqual([
    {
      name: "x-business-use-case-usage",
      what: "share",
      left: 0,
      of: 100,
      until: "2026-03-10T13:19:00.000Z",
      each: 0,
    },
  ]);
});

test("every built-in channel says how its network tells, or that it does not", async () => {
  const all = await Promise.all(Object.values(builtIn).map(async (load) => (await load()).default));
  const silent = all.filter(({ left }) => left === undefined);
  expect(silent.map(({ id }) => id).toSorted()).toEqual(["linkedin", "page", "xmpp"]);
  expect(silent.filter(({ dailyLimits }) => dailyLimits !== undefined).map(({ id }) => id)).toEqual([
    "linkedin",
  ]);
});
