import { afterAll, beforeAll, describe, expect, test } from "vitest";
import twitter from "../../channels/twitter/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import { makeIo, makeIoBy } from "../bench/io.ts";
import { failureOf, openAt, sendTo, withServer } from "../bench/twitter-acts.ts";
import { startTwitter, type TwitterBench } from "../bench/twitter.ts";

let bench: TwitterBench;
let session: Session;
beforeAll(async () => {
  bench = await startTwitter({ accounts: ["comms", "other"], duplicates: "taken" });
  session = await openAt(bench);
});
afterAll(() => bench.close());

describe("an account", () => {
  test("is who X says it is", () => {
    expect(session.profile).toEqual({
      id: "9000",
      name: "The comms team",
      handle: "@comms",
      url: "https://x.com/comms",
    });
  });

  test("costs one request to open and one to publish to", async () => {
    const before = bench.requests.length;
    const { remoteId, permalink } = await sendTo(await openAt(bench), { text: "How many requests?" });
    expect(bench.requests.slice(before)).toEqual(["GET /2/users/me", "POST /2/tweets"]);
    expect(permalink).toBe(`https://x.com/comms/status/${remoteId}`);
  });

  test("opens with an OAuth 2 token alone", async () => {
    const settings = { server: `${bench.url}/`, accessToken: bench.bearerOf("other") };
    expect((await twitter.open(settings, makeIo())).profile.handle).toBe("@other");
  });

  test("is not opened with an OAuth 2 token of the app", async () => {
    const settings = { server: bench.url, accessToken: bench.bearerOf("app") };
    expect(await failureOf(() => twitter.open(settings, makeIo()))).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringContaining("not the app's own bearer token") as string,
    });
  });

  test.each(["apiKey", "apiSecret", "accessToken", "accessSecret"])(
    "is not opened without its %s, and nobody is asked",
    async (name) => {
      const before = bench.requests.length;
      const settings = { server: bench.url, ...bench.keysOf("comms"), [name]: undefined };
      expect(await failureOf(() => twitter.open(settings, makeIo()))).toMatchObject({
        kind: "unauthorised",
        reason: expect.stringContaining(`The account lacks ${name}:`) as string,
      });
      expect(bench.requests).toHaveLength(before);
    },
  );

  test.each(["apiKey", "apiSecret", "accessToken", "accessSecret"])(
    "is not opened with a wrong %s",
    async (name) => {
      const settings = { server: bench.url, ...bench.keysOf("comms"), [name]: "wrong" };
      expect(await failureOf(() => twitter.open(settings, makeIo()))).toMatchObject({
        kind: "unauthorised",
      });
    },
  );

  test("is not opened where the answer is of something else", async () => {
    bench.answerNext({ status: 200, body: '{"page":"Welcome"}' }, "any");
    expect(await failureOf(() => openAt(bench))).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringContaining("X does not say whose account it is.") as string,
    });
  });

  test("may be at a server that stands under a path", async () => {
    const io = makeIo();
    const gate: typeof fetch = (input, init) =>
      io.fetch(new Request(input).url.replace("/via/x/2/", "/2/"), init);
    const settings = { server: `${bench.url}/via/x/`, accessToken: bench.bearerOf("comms") };
    const to = await twitter.open(settings, makeIoBy(gate));
    await expect(sendTo(to, { text: "By another way" })).resolves.toHaveProperty("remoteId");
  });

  test("is not found at a server that is something else", async () => {
    const settings = { server: `${bench.url}/elsewhere`, ...bench.keysOf("comms") };
    expect(await failureOf(() => twitter.open(settings, makeIo()))).toMatchObject({
      kind: "unauthorised",
      reason: "X answered 404 without an explanation. Check `server`: nothing there speaks X's API.",
    });
  });
});

describe("a text", () => {
  test.each([
    ["Latin letters", "é".repeat(280)],
    ["a long link", `${"x".repeat(256)} https://example.org/${"long/".repeat(60)}`],
    ["a bare domain", `${"x".repeat(256)} example.org/${"long/".repeat(60)}`],
    ["arrows", "→".repeat(140)],
    ["families", "👩‍👩‍👧‍👦".repeat(140)],
  ])("of 280 with %s fits, and one letter more is refused", async (_, text) => {
    await expect(sendTo(session, { text })).resolves.toHaveProperty("remoteId");
    expect(await failureOf(() => sendTo(session, { text: `x${text}` }))).toMatchObject({ kind: "refused" });
  });

  test("with two cashtags is refused", async () => {
    expect(await failureOf(() => sendTo(session, { text: "$AAPL and $MSFT" }))).toEqual({
      kind: "refused",
      reason: "X answered 403: Forbidden: Posts are limited to a single cashtag. Change the text.",
    });
  });
});

describe("a thread", () => {
  test("replies where the app may reply to its own posts", () =>
    withServer({ replies: "own" }, async (server) => {
      const to = await openAt(server);
      const root = await sendTo(to, { text: "1" });
      await sendTo(to, { text: "2" }, { reply: { root, parent: root } });
      expect(server.seen("comms").map(({ parent }) => parent)).toEqual([null, root.remoteId]);
    }));

  test("where it may not goes to the comms team", () =>
    withServer({ replies: "none" }, async (server) => {
      const to = await openAt(server);
      const root = await sendTo(to, { text: "1" });
      expect(
        await failureOf(() => sendTo(to, { text: "2" }, { reply: { root, parent: root } })),
      ).toMatchObject({
        kind: "refused",
        reason: expect.stringContaining("say it all in one post instead of a thread") as string,
      });
    }));

  test("waits for a first part that X does not know everywhere yet, and gives up on one that is gone", async () => {
    let now = new Date();
    await withServer({}, async (server) => {
      const to = await openAt(server, makeIo({ now: () => now }));
      const root = await sendTo(to, { text: "1" });
      await to.remove?.(root);
      const reply = () => sendTo(to, { text: "2" }, { reply: { root, parent: root } });
      expect(await failureOf(reply)).toMatchObject({ kind: "down" });
      now = new Date(now.getTime() + 660_000);
      expect(await failureOf(reply)).toMatchObject({
        kind: "refused",
        reason: expect.stringContaining("The post that this one replies to is gone.") as string,
      });
    });
  });
});

describe("counts", () => {
  test.each(["tweet", "post"] as const)("have X's names for a %s", (names) =>
    withServer({ names }, async (server) => {
      const to = await openAt(server);
      const root = await sendTo(to, { text: "Counted" });
      await sendTo(to, { text: "An answer" }, { reply: { root, parent: root } });
      expect(await to.metrics?.([root])).toEqual([{ likes: 7, reposts: 3, replies: 1, views: 100 }]);
    }),
  );

  test("that fail have sent nothing", async () => {
    const live = await sendTo(session, { text: "Counted in vain" });
    bench.misbehave("unavailable", "any");
    expect(await failureOf(async () => session.metrics?.([live]))).toMatchObject({ kind: "down" });
  });

  test("of many posts are asked a hundred at a time", async () => {
    const live = await sendTo(session, { text: "One of many" });
    const gone = Array.from({ length: 149 }, (_, index) => ({ ...live, remoteId: `${index + 1}` }));
    const before = bench.requests.length;
    const metrics = await session.metrics?.([...gone, live]);
    expect(metrics).toEqual([...gone.map(() => null), { likes: 7, reposts: 3, replies: 0, views: 100 }]);
    expect(bench.requests.slice(before)).toEqual(["GET /2/tweets", "GET /2/tweets"]);
  });
});

test("every visible act is one that was asked for", () =>
  withServer({}, async (server) => {
    const to = await openAt(server);
    const { remoteId } = await sendTo(to, { text: "Here" });
    await to.remove?.({ remoteId, permalink: null, at: "" });
    await to.remove?.({ remoteId, permalink: null, at: "" });
    expect(server.acts).toEqual([`publish ${remoteId}`, `remove ${remoteId}`]);
  }));
