import { afterAll, beforeAll, describe, expect, test } from "vitest";
import reddit from "../../channels/reddit/channel.ts";
import { makeIo } from "../bench/io.ts";
import { json } from "../bench/bench-server.ts";
import { context, failureOf, makeIssue, openAt, sendTo, withReddit } from "../bench/reddit-acts.ts";
import { failWith } from "../bench/reddit-problems.ts";
import { type RedditBench, startReddit } from "../bench/reddit.ts";

const now = new Date("2026-11-20T15:00:00.000Z");
const in600 = new Date("2026-11-20T15:10:00.000Z");
let bench: RedditBench;
beforeAll(async () => {
  bench = await startReddit({
    accounts: ["comms", "sleeper"],
    suspended: ["sleeper"],
    subreddits: {
      bells: {},
      links: { takes: "link" },
      texts: { takes: "self" },
      closed: { banned: ["comms"] },
      bare: { bodies: false },
      flaired: { flairRequired: true, flairs: ["News"] },
    },
  });
});
afterAll(() => bench.close());

describe("what Reddit refuses inside of a success", () => {
  test.each([
    ["bells", "link", { link: "https://spam.example/7" }, "refused", "DOMAIN_BANNED"],
    ["bells", "link", { link: "https://localhost/" }, "refused", "BAD_URL"],
    ["links", "self", {}, "refused", "NO_SELFS"],
    ["texts", "link", {}, "refused", "NO_LINKS"],
    ["bare", "link", {}, "refused", "SUBMIT_VALIDATION_BODY_NOT_ALLOWED"],
    ["flaired", "link", {}, "refused", "SUBMIT_VALIDATION_FLAIR_REQUIRED"],
    ["closed", "link", {}, "unauthorised", "SUBREDDIT_NOTALLOWED"],
    ["nowhere", "link", {}, "unauthorised", "SUBREDDIT_NOEXIST"],
  ])("in r/%s as a %s with %o is %s by %s", async (subreddit, type, change, kind, code) => {
    const to = await openAt(bench, { subreddit, kind: type });
    const acts = bench.acts.length;
    const failure = await failureOf(() => sendTo(to, makeIssue(change)));
    expect(failure).toMatchObject({ kind, reason: expect.stringContaining(`(${code})`) as string });
    expect(bench.acts.length).toBe(acts);
  });

  test.each([
    ["TOO_LONG", "refused"],
    ["NO_TEXT", "refused"],
    ["TOO_OLD", "refused"],
    ["SOMETHING_NEW", "refused"],
    ["IN_TIMEOUT", "unauthorised"],
    ["USER_REQUIRED", "unauthorised"],
    ["BANNED_FROM_SUBREDDIT", "unauthorised"],
    ["SUBREDDIT_RATELIMIT", "busy"],
    ["SOMETHING_IS_BROKEN", "lost"],
  ])("%s is %s", async (code, kind) => {
    const to = await openAt(bench);
    bench.answerNext(failWith(code, "no, really!", null));
    expect(await failureOf(() => sendTo(to))).toMatchObject({
      kind,
      reason: expect.stringContaining(`Reddit says: no, really (${code}).`) as string,
    });
  });

  test("to a reply is that its parent is gone", async () => {
    const to = await openAt(bench);
    const root = await sendTo(to);
    await to.remove?.(root);
    const reply = { root, parent: root };
    expect(await failureOf(() => sendTo(to, makeIssue({ link: null }), reply))).toEqual({
      kind: "refused",
      reason: "Reddit says: that comment has been deleted (DELETED_COMMENT). It takes no replies.",
    });
  });
});

describe("a wait", () => {
  test.each([
    ["9 minutes", {}, "15:10:00"],
    ["1 minute", {}, "15:02:00"],
    ["45 seconds", {}, "15:00:46"],
    ["2 hours", {}, "18:00:00"],
    ["9 minutes", { ratelimit: 555.2 }, "15:09:16"],
  ])("of %s with %o ends at %s", async (time, more, until) => {
    const to = await openAt(bench, {}, () => now);
    bench.answerNext(
      failWith("RATELIMIT", `you are doing that too much. try again in ${time}.`, "ratelimit", more),
    );
    expect(await failureOf(() => sendTo(to))).toMatchObject({
      kind: "busy",
      retryAt: new Date(`2026-11-20T${until}.000Z`),
    });
  });

  test("that is unknown has no end", async () => {
    const to = await openAt(bench);
    bench.answerNext(failWith("RATELIMIT", "Looks like you've been doing that a lot.", "ratelimit"));
    expect(await failureOf(() => sendTo(to))).not.toHaveProperty("retryAt");
  });

  test.each([true, false])("between two posts is kept (told exactly: %s)", (exact) =>
    withReddit({ throttle: 600, exact, now: () => now }, async (server) => {
      const to = await openAt(server, {}, () => now);
      await sendTo(to);
      const failure = await failureOf(() => sendTo(to));
      expect(failure).toMatchObject({
        kind: "busy",
        reason: expect.stringContaining("10 minutes") as string,
      });
      expect("retryAt" in failure && failure.retryAt && failure.retryAt >= in600).toBe(true);
      expect(server.seen("comms")).toHaveLength(1);
    }),
  );

  test("for a new window sends nothing, and ends by itself", () =>
    withReddit({ window: 2, now: () => now }, async (server) => {
      let clock = now;
      const to = await openAt(server, {}, () => clock);
      await sendTo(to);
      const before = server.requests.length;
      expect(await failureOf(() => sendTo(to))).toEqual({
        kind: "busy",
        reason: "The app has used up its requests to Reddit for now.",
        retryAt: in600,
      });
      expect(server.requests.length).toBe(before);
      clock = new Date(in600.getTime() + 1000);
      expect(await failureOf(() => sendTo(to))).toMatchObject({
        kind: "busy",
        retryAt: expect.any(Date) as Date,
      });
      expect(server.requests.length).toBeGreaterThan(before);
    }));
});

describe("an answer to a new post", () => {
  test.each([
    [302, "unauthorised"],
    [400, "refused"],
    [403, "unauthorised"],
    [404, "refused"],
    [429, "busy"],
    [500, "lost"],
    [502, "lost"],
    [503, "lost"],
  ])("%i means %s", async (status, kind) => {
    const to = await openAt(bench);
    const post = makeIssue();
    const memo = await to.prepare(post, context);
    bench.answerNext(json(status, { message: "No", error: status }));
    expect(await failureOf(() => to.publish(post, memo))).toMatchObject({ kind });
  });

  test("401 to a new token as well means unauthorised", async () => {
    const to = await openAt(bench);
    const before = bench.requests.length;
    bench.answerNext(json(401, { message: "Unauthorized", error: 401 }), "publish", 2);
    expect(await failureOf(() => sendTo(to))).toEqual({
      kind: "unauthorised",
      reason: "Reddit answered 401: Unauthorized. Allow the app again for a new `refreshToken`.",
    });
    expect(bench.requests.slice(before).filter((request) => request === "POST /api/submit")).toHaveLength(2);
  });

  test.each(["nonsense", "emptyError"] as const)("of %s is lost", async (fault) => {
    const to = await openAt(bench);
    bench.misbehave(fault);
    expect(await failureOf(() => sendTo(to))).toMatchObject({ kind: "lost" });
  });

  test("that names no post is lost", async () => {
    const to = await openAt(bench);
    bench.answerNext(json(200, { json: { errors: [], data: {} } }));
    expect(await failureOf(() => sendTo(to))).toMatchObject({ kind: "lost" });
    const root = await sendTo(to);
    bench.answerNext(json(200, { jquery: [], success: true }));
    const act = () => sendTo(to, makeIssue({ link: null }), { root, parent: root });
    expect(await failureOf(act)).toMatchObject({ kind: "lost" });
  });
});

describe("an account does not open", () => {
  const openWith = (change: Readonly<Record<string, string>>, name = "comms") =>
    failureOf(() => reddit.open(bench.settingsOf(name, change), makeIo()));

  test.each([
    [
      { clientSecret: "not-the-secret" },
      "Reddit does not know the app (401): check `clientId` and `clientSecret`.",
    ],
    [
      { refreshToken: "not-the-token" },
      "Reddit does not take the refresh token (400): allow the app again and put the new one into `refreshToken`.",
    ],
  ])("with %o", async (change, reason) => {
    expect(await openWith(change)).toEqual({ kind: "unauthorised", reason });
  });

  test("that is suspended", async () => {
    expect(await openWith({}, "sleeper")).toEqual({
      kind: "unauthorised",
      reason: "Reddit has suspended u/sleeper: log in there to see why.",
    });
  });

  test.each([
    [500, "down"],
    [429, "busy"],
    [403, "unauthorised"],
    [200, "unauthorised"],
  ])("when tokens are answered with %i: %s", async (status, kind) => {
    bench.answerNext(json(status, { error: "invalid_grant" }), "any");
    expect(await openWith({})).toMatchObject({ kind });
  });

  test("where a page answers", async () => {
    bench.misbehave("nonsense", "any");
    expect(await openWith({})).toMatchObject({ kind: "down" });
  });

  test("without the scope to say whose it is", () =>
    withReddit({ scopes: ["submit"] }, async (server) => {
      expect(await failureOf(() => openAt(server))).toMatchObject({
        kind: "unauthorised",
        reason: expect.stringContaining("identity read submit edit history flair") as string,
      });
    }));
});
