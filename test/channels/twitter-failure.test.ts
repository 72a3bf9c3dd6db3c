import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import { makeIo } from "../bench/io.ts";
import { makePost } from "../bench/post.ts";
import { context, failureOf, lookFor, openAt, sendTo, withServer } from "../bench/twitter-acts.ts";
import { problem, problems } from "../bench/twitter-problems.ts";
import { startTwitter, type TwitterBench } from "../bench/twitter.ts";

let bench: TwitterBench;
let session: Session;
beforeAll(async () => {
  bench = await startTwitter();
  session = await openAt(bench);
});
afterAll(() => bench.close());

const answers: readonly (readonly [keyof typeof problems, Failure["kind"], mend: string])[] = [
  ["unauthorised", "unauthorised", "Check the keys and tokens"],
  ["noCredits", "unauthorised", "buy some in X's developer console"],
  ["notPermitted", "unauthorised", "whether X has locked the account"],
  ["readOnly", "unauthorised", "the right to read and write"],
  ["appOnly", "unauthorised", "not the app's own bearer token"],
  ["notEnrolled", "unauthorised", "a project that pays per use"],
  ["usageCapped", "unauthorised", "Raise the cap"],
  ["replyNotAllowed", "refused", "one post instead of a thread"],
  ["parentGone", "refused", "is gone"],
  ["cashtags", "refused", "Change the text"],
  ["tooLong", "refused", "too long"],
  ["enoughForToday", "busy", "enough for today"],
  ["duplicate", "lost", "may be live already"],
  ["overCapacity", "lost", "Service Unavailable"],
];

describe("an answer to a post", () => {
  test.each(answers)("that says %s is %s: … %s …", async (name, kind, mend) => {
    const before = bench.acts.length;
    bench.answerNext(problems[name]);
    expect(await failureOf(() => sendTo(session, { text: `Told ${name}` }))).toEqual({
      kind,
      reason: expect.stringContaining(mend) as string,
    });
    expect(bench.acts).toHaveLength(before);
  });

  test.each(["nonsense", "emptyError"] as const)(
    "that is %s leaves the post lost, and live",
    async (fault) => {
      bench.misbehave(fault);
      const text = `Answered with ${fault}`;
      expect(await failureOf(() => sendTo(session, { text }))).toMatchObject({ kind: "lost" });
      expect(await lookFor(session, { text })).toHaveProperty("remoteId", bench.seen("comms").at(-1)?.id);
    },
  );

  test("that has no post in it leaves the post lost", async () => {
    bench.answerNext({ status: 201, body: "" });
    expect(await failureOf(() => sendTo(session, { text: "Void" }))).toEqual({
      kind: "lost",
      reason: "X answered with something that is not a post.",
    });
  });

  test("that sends on is not followed", async () => {
    bench.answerNext({ status: 301, headers: { location: "https://example.org/" } });
    expect(await failureOf(() => sendTo(session, { text: "Moved" }))).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringContaining("https://example.org/") as string,
    });
  });

  test("never tells a secret, even where the server does", async () => {
    const { accessSecret } = bench.keysOf("comms");
    bench.answerNext(problem(403, "Forbidden", `Wrong: ${accessSecret}`));
    const { reason } = await failureOf(() => sendTo(session, { text: "Told" }));
    expect(reason).toContain("Forbidden: Wrong: (secret)");
  });
});

describe("a limit of posts", () => {
  const start = new Date("2026-11-01T10:00:00Z");

  test("holds the account until the window opens", async () => {
    let now = start;
    await withServer({ window: 2, now: () => now }, async (server) => {
      const to = await openAt(server);
      await sendTo(to, { text: "1" });
      await sendTo(to, { text: "2" });
      expect(await failureOf(() => sendTo(to, { text: "3" }))).toEqual({
        kind: "busy",
        reason: "X answered 429: Too Many Requests",
        retryAt: new Date("2026-11-01T10:15:00Z"),
      });
      now = new Date("2026-11-01T10:15:00Z");
      await expect(sendTo(to, { text: "3" })).resolves.toHaveProperty("remoteId");
    });
  });

  test.each([
    [
      "the last window to open",
      { "x-rate-limit-remaining": "0", "x-user-limit-24hour-remaining": "0" },
      3000,
    ],
    ["the one that is used up", { "x-rate-limit-remaining": "7", "x-app-limit-24hour-remaining": "0" }, 2000],
    ["the usual one, where none says that it is used up", {}, 1000],
  ])("waits for %s", async (_, used, reset) => {
    const resets = {
      "x-rate-limit-reset": "1000",
      "x-app-limit-24hour-reset": "2000",
      "x-user-limit-24hour-reset": "3000",
    };
    bench.answerNext({ status: 429, headers: { ...resets, ...used } });
    expect(await failureOf(() => sendTo(session, { text: "Too much" }))).toMatchObject({
      kind: "busy",
      retryAt: new Date(reset * 1000),
    });
  });

  test("that tells seconds is waited for, and one that tells nothing is the engine's to judge", async () => {
    const to = await openAt(bench, makeIo({ now: () => start }));
    bench.answerNext({ status: 429, headers: { "retry-after": "90" } });
    expect(await failureOf(() => sendTo(to, { text: "Too much" }))).toMatchObject({
      retryAt: new Date("2026-11-01T10:01:30Z"),
    });
    bench.answerNext({ status: 429 });
    expect(await failureOf(() => sendTo(to, { text: "Too much" }))).not.toHaveProperty("retryAt");
  });

  test("does not make an error on the way wait for the window", async () => {
    const headers = { "x-rate-limit-remaining": "99", "x-rate-limit-reset": "4000000000" };
    bench.answerNext({ status: 503, headers }, "any");
    const failure = await failureOf(() => openAt(bench));
    expect(failure).toEqual({ kind: "down", reason: "X answered 503 without an explanation." });
  });
});

describe("words that X has already", () => {
  test("are looked for, as an earlier try may have brought them", async () => {
    const post = makePost({ text: "Twice" });
    const memo = await session.prepare(post, context);
    const since = new Date();
    bench.misbehave("loseAnswer");
    expect(await failureOf(() => session.publish(post, memo))).toMatchObject({ kind: "lost" });
    expect(await failureOf(() => session.publish(post, memo))).toEqual({
      kind: "lost",
      reason:
        "X answered 403: Forbidden: You are not allowed to create a Tweet with duplicate content. The post may be live already.",
    });
    expect(await session.find?.(post, memo, since)).toMatchObject({
      remoteId: bench.seen("comms").at(-1)?.id,
    });
  });

  test("and were never seen for ten minutes go back to the comms team", async () => {
    let now = new Date("2026-11-01T10:00:00Z");
    await withServer({ now: () => now }, async (server) => {
      const to = await openAt(server, makeIo({ now: () => now }));
      await sendTo(to, { text: "Issue 7 is out" });
      now = new Date("2026-11-08T10:00:00Z");
      const post = makePost({ text: "Issue 7 is out" });
      const memo = await to.prepare(post, context);
      expect(await failureOf(() => to.publish(post, memo))).toMatchObject({ kind: "lost" });
      expect(await to.find?.(post, memo, now)).toBeUndefined();
      now = new Date("2026-11-08T10:10:01Z");
      expect(await failureOf(() => to.publish(post, memo))).toMatchObject({
        kind: "refused",
        reason: expect.stringContaining("look at it, and change the text") as string,
      });
    });
  });
});

test("a memo of something else is not published", async () => {
  await expect(session.publish(makePost(), { key: "x" })).rejects.toThrow("That is no memo of this channel.");
});

test("the client library is loaded with a session, not with the channel", () => {
  const code = `
    const { cache } = process.getBuiltinModule("module").createRequire(import.meta.url);
    const count = () => console.log(Object.keys(cache).filter((name) => name.includes("twitter-api-v2")).length > 0);
    await import("./channels/twitter/channel.ts");
    count();
    await import("./channels/twitter/session.ts");
    count();`;
  const run = { cwd: new URL("../..", import.meta.url), encoding: "utf8" } as const;
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", code], run)).toBe("false\ntrue\n");
});

describe("a machine whose clock is wrong", () => {
  const openOff = (minutes: number): Promise<Failure> => {
    const clock = (): Date => new Date(Date.now() + minutes * 60_000);
    return withServer({ clock }, (server) => failureOf(() => openAt(server)));
  };

  test("by less than five minutes signs in", async () => {
    expect((await openOff(4)).reason).toContain("It succeeded");
  });

  test("by more is told to look at it", async () => {
    expect(await openOff(6)).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringContaining("this machine's clock"),
    });
  });
});
