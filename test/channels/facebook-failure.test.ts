import { afterAll, beforeAll, describe, expect, test } from "vitest";
import facebook from "../../channels/facebook/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import type { Reply } from "../bench/bench-server.ts";
import { failureOf, openAt, sendTo, settingsOf, withServer } from "../bench/facebook-acts.ts";
import { problem, problems } from "../bench/facebook-problems.ts";
import { type FacebookBench, startFacebook } from "../bench/facebook.ts";
import { makeIo } from "../bench/io.ts";
import { makePost } from "../bench/post.ts";

let bench: FacebookBench;
let session: Session;
beforeAll(async () => {
  bench = await startFacebook();
  session = await openAt(bench);
});
afterAll(() => bench.close());

const said: readonly (readonly [what: string, reply: Reply, kind: string, mend: RegExp])[] = [
  ["a session that has expired", problems.expired, "unauthorised", /expired: those made of a person's/],
  ["a password that was changed", problem(190, "x", { error_subcode: 460 }), "unauthorised", /password/],
  ["an app that was taken away", problem(190, "x", { error_subcode: 458 }), "unauthorised", /taken away/],
  ["a checkpoint", problem(190, "x", { error_subcode: 459 }), "unauthorised", /log in at facebook\.com/],
  ["a token that is none", problem(190, "x"), "unauthorised", /Make a new Page access token/],
  ["a session key", problem(102, "x"), "unauthorised", /Make a new Page access token/],
  ["a permission", problem(200, "x", {}, 403), "unauthorised", /pages_manage_posts/],
  ["another permission", problem(283, "x", {}, 403), "unauthorised", /pages_manage_posts/],
  ["a review", problem(10, "x", {}, 403), "unauthorised", /pages_manage_posts/],
  [
    "an app's proof",
    problem(100, "API calls from the server require an appsecret_proof argument"),
    "unauthorised",
    /Require app secret/,
  ],
  ["a version", problem(2500, "x"), "unauthorised", /`version`/],
  ["the app's limit", problem(4, "x", {}, 403), "busy", /x/],
  ["a person's limit", problem(17, "x"), "busy", /x/],
  ["the Page's limit", problem(32, "x"), "busy", /x/],
  ["a limit of its own", problem(613, "x"), "busy", /x/],
  ["posts that come too fast", problem(368, "x", { error_subcode: 1_390_008 }), "busy", /too fast/],
  ["abuse", problem(368, "x"), "refused", /takes it for abuse/],
  ["words that it has", problems.duplicate, "lost", /live already/],
  ["words that it has, in other words", problem(368, "You've already posted this."), "lost", /live already/],
  ["a parameter", problem(100, "x"), "refused", /x/],
  ["a content", problem(1_404_102, "x"), "refused", /x/],
  ["a link to itself", problem(100, "x", { error_subcode: 1_609_008 }), "refused", /leave the link out/],
  ["trouble", problems.trouble, "lost", /retry your request later/],
  ["trouble that looks like a refusal", problem(100, "x", {}, 500), "lost", /x/],
  ["trouble that is a 400", problem(1, "An unknown error has occurred."), "lost", /unknown/],
  ["something that passes", problem(99, "x", { is_transient: true }), "lost", /x/],
  ["something unheard of", problem(4711, "x"), "refused", /x/],
];

test.each(said)("Facebook speaking of %s is understood", async (_, reply, kind, mend) => {
  bench.answerNext(reply);
  const failure = await failureOf(() => sendTo(session, { text: "Hello" }));
  expect(failure.kind).toBe(kind);
  expect(failure.reason).toMatch(/^Facebook answered \d+: /);
  expect(failure.reason).toMatch(mend);
});

describe("an answer", () => {
  test.each([
    ["emptyError", "Facebook answered 502 without an explanation."],
    ["nonsense", "Facebook answered with something that is not JSON."],
    ["unavailable", "Facebook answered 500 without an explanation."],
    ["reset", "The connection broke before an answer came (UND_ERR_SOCKET)."],
  ] as const)("that is %s is lost", async (fault, reason) => {
    bench.misbehave(fault);
    const failure = await failureOf(() => sendTo(session, { text: `Fault ${fault}` }));
    expect(failure).toEqual({ kind: "lost", reason });
  });

  test("that is an error although the post is live is settled by a look", async () => {
    const post = makePost({ text: "Live and denied", link: "https://example.org/7" });
    const memo = await session.prepare(post, { key: "live", previous: null, reply: null });
    bench.answerAfter(problems.trouble);
    expect(await failureOf(() => session.publish(post, memo))).toMatchObject({ kind: "lost" });
    const { id } = bench.seen("comms").at(-1) ?? {};
    expect(await session.find?.(post, memo, new Date())).toMatchObject({ remoteId: id });
  });

  test("that is about something nobody sees means that nothing was sent", async () => {
    bench.answerNext(problems.trouble, "any");
    expect(await failureOf(() => openAt(bench))).toMatchObject({ kind: "down" });
  });

  test("that tells minutes to a busy Page is kept to", async () => {
    bench.misbehave("busy");
    const failure = await failureOf(() => sendTo(session, { text: "Too many" }));
    expect(failure).toMatchObject({ kind: "busy", retryAt: expect.any(Date) as Date });
    const { retryAt } = failure as { readonly retryAt: Date };
    expect(Math.round((retryAt.getTime() - Date.now()) / 60_000)).toBe(7);
  });

  test("whose usage cannot be read is busy without a time", async () => {
    const headers = { "x-business-use-case-usage": "{" };
    bench.answerNext({ ...problem(32, "x"), headers });
    const failure = await failureOf(() => sendTo(session, { text: "Too many" }));
    expect(failure).toEqual({ kind: "busy", reason: "Facebook answered 400: x." });
  });

  test("that is moved names the place", async () => {
    bench.answerNext({ status: 302, headers: { location: "https://elsewhere.example/" } });
    const failure = await failureOf(() => sendTo(session, { text: "Moved" }));
    expect(failure).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringContaining("https://elsewhere.example/") as string,
    });
  });
});

describe("the same words", () => {
  test("may be an earlier try's for some minutes, and are the Page's own after that", async () => {
    let now = new Date("2026-11-01T10:00:00Z");
    await withServer({ now: () => now }, async (server) => {
      const to = await openAt(server, {}, makeIo({ now: () => now }));
      const post = makePost({ text: "Said before" });
      const memo = await to.prepare(post, { key: "twice", previous: null, reply: null });
      await to.publish(post, memo);
      now = new Date("2026-11-01T10:09:00Z");
      expect(await failureOf(() => to.publish(post, memo))).toMatchObject({ kind: "lost" });
      now = new Date("2026-11-01T10:11:00Z");
      expect(await failureOf(() => to.publish(post, memo))).toMatchObject({
        kind: "refused",
        reason: expect.stringContaining("look at it, and change the text") as string,
      });
    });
  });
});

describe("a token", () => {
  test("that is a person's is turned down with a way to the Page's", async () => {
    expect(await failureOf(() => openAt(bench, { accessToken: "token-of-a-person" }))).toEqual({
      kind: "unauthorised",
      reason:
        "The access token is that of “Ada Lovelace” (77), not of the Page 1001: " +
        "with a person's or system user's token, take the Page's own from /me/accounts.",
    });
  });

  test("that is malformed is not repeated", async () => {
    const { reason } = await failureOf(() => openAt(bench, { accessToken: "EAAmalformed0123456789" }));
    expect(reason).toContain("Malformed access token (secret)");
  });

  test("that lacks permissions is turned down when the account opens", () =>
    withServer({ scopes: ["pages_show_list", "pages_read_engagement"] }, async (server) => {
      expect(await failureOf(() => openAt(server))).toEqual({
        kind: "unauthorised",
        reason: "The token lacks pages_manage_posts: make one that has it.",
      });
    }));

  test("that may post and not comment says so at the first comment", () =>
    withServer({ scopes: ["pages_manage_posts", "pages_read_engagement"] }, async (server) => {
      const to = await openAt(server);
      const root = await sendTo(to, { text: "Root" });
      const failure = await failureOf(() => sendTo(to, { text: "More" }, { reply: { root, parent: root } }));
      expect(failure).toMatchObject({
        kind: "unauthorised",
        reason: expect.stringContaining("requires pages_manage_engagement") as string,
      });
    }));
});

test("a server that is another kind is unauthorised", async () => {
  const io = makeIo();
  const settings = settingsOf(bench, { version: "v1" });
  bench.answerNext({ status: 404, headers: { "content-type": "text/html" } }, "any");
  expect(await failureOf(() => facebook.open(settings, io))).toEqual({
    kind: "unauthorised",
    reason: "Facebook answered 404 without an explanation. Check `server`: no Graph API is there.",
  });
});
