import { afterAll, beforeAll, describe, expect, test } from "vitest";
import reddit from "../../channels/reddit/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import { makeIo } from "../bench/io.ts";
import { context, failureOf, makeIssue, openAt, sendTo, withReddit } from "../bench/reddit-acts.ts";
import { type RedditBench, startReddit } from "../bench/reddit.ts";

let bench: RedditBench;
let session: Session;
let texts: Session;
beforeAll(async () => {
  bench = await startReddit({ accounts: ["comms", "other"], subreddits: { bells: {}, gongs: {} } });
  session = await openAt(bench);
  texts = await openAt(bench, { kind: "self" });
});
afterAll(() => bench.close());

describe("a look", () => {
  test("finds a link, a text and a comment by what they say", async () => {
    const link = makeIssue({ link: "https://example.org/?a=1&b=<2>", text: "a < b & c" });
    const text = makeIssue({ text: "Grüße *und* mehr\n\n# 日本語" });
    const part = makeIssue({ link: null, text: "(2/2) *" });
    const root = await sendTo(session, link);
    const other = await sendTo(texts, text);
    const reply = await sendTo(session, part, { root, parent: root });
    const memo = await session.prepare(link, context);
    const replyMemo = await session.prepare(part, { ...context, reply: { root, parent: root } });
    const since = new Date();
    expect(await session.find?.(link, memo, since)).toMatchObject({ remoteId: root.remoteId });
    expect(await texts.find?.(text, memo, since)).toMatchObject({ remoteId: other.remoteId });
    expect(await session.find?.(part, replyMemo, since)).toMatchObject({ remoteId: reply.remoteId });
  });

  test("gives the receipt that publishing gave", async () => {
    const post = makeIssue();
    const { at, ...receipt } = await sendTo(session, post);
    const found = await session.find?.(post, await session.prepare(post, context), new Date());
    expect(found).toMatchObject(receipt);
    expect(Math.abs(Date.parse(found?.at ?? "") - Date.parse(at))).toBeLessThan(2000);
  });

  test("knows another subreddit, another title, another parent and another time", async () => {
    const post = makeIssue();
    const root = await sendTo(texts, post);
    const memo = await texts.prepare(post, context);
    const elsewhere = await openAt(bench, { kind: "self", subreddit: "gongs" });
    const reply = { root, parent: root };
    const part = await texts.prepare(makeIssue(), { ...context, reply });
    const soon = new Date(Date.now() + 62_000);
    expect(await elsewhere.find?.(post, memo, new Date())).toBeUndefined();
    expect(await texts.find?.({ ...post, title: "Other" }, memo, new Date())).toBeUndefined();
    expect(await texts.find?.(post, part, new Date())).toBeUndefined();
    expect(await texts.find?.(post, memo, soon)).toBeUndefined();
    expect(await texts.find?.(post, memo, new Date())).toMatchObject({ remoteId: root.remoteId });
  });

  test("goes on to the next page, and no further than it must", () =>
    withReddit({}, async (server) => {
      const to = await openAt(server);
      const post = makeIssue();
      const { remoteId } = await sendTo(to, post);
      for (let index = 0; index < 100; index++) await sendTo(to);
      const memo = await to.prepare(post, context);
      expect(await to.find?.(post, memo, new Date())).toMatchObject({ remoteId });
      await to.find?.(post, memo, new Date(Date.now() + 100_000));
      expect(server.requests.filter((request) => request.endsWith("/submitted"))).toHaveLength(3);
    }));

  test("at something that is no list leaves it to a person", async () => {
    const post = makeIssue();
    const memo = await session.prepare(post, context);
    bench.answerNext({ status: 200, body: "{}" }, "any");
    const failure = await failureOf(async () => session.find?.(post, memo, new Date()));
    expect(failure).toMatchObject({ kind: "lost" });
  });

  test("takes a link whose text Reddit dropped for the one it looks for", () =>
    withReddit({ dropsBodies: true }, async (server) => {
      const to = await openAt(server);
      const post = makeIssue();
      const { remoteId } = await sendTo(to, post);
      const memo = await to.prepare(post, context);
      expect(await to.find?.(post, memo, new Date())).toMatchObject({ remoteId });
    }));
});

describe("a link that the subreddit has", () => {
  test("from an earlier try is that post", async () => {
    const post = makeIssue();
    const memo = await session.prepare(post, context);
    const first = await session.publish(post, memo);
    const again = await session.publish(post, memo);
    expect(again.remoteId).toBe(first.remoteId);
  });

  test("is not posted twice while nobody can find it", () =>
    withReddit({ lag: 3_600_000 }, async (server) => {
      const to = await openAt(server);
      const post = makeIssue();
      const memo = await to.prepare(post, context);
      await to.publish(post, memo);
      expect(await to.find?.(post, memo, new Date())).toBeUndefined();
      expect(await failureOf(() => to.publish(post, memo))).toMatchObject({ kind: "refused" });
      expect(server.seen("comms")).toHaveLength(1);
    }));

  test("from somebody else is refused", async () => {
    const other = await reddit.open(bench.settingsOf("other"), makeIo());
    const post = makeIssue();
    await sendTo(other, post);
    expect(await failureOf(() => sendTo(session, post))).toEqual({
      kind: "refused",
      reason:
        "Reddit says: that link has already been submitted (ALREADY_SUB). Reddit takes a link once a subreddit: post it as a text (`kind: self`), or leave it.",
    });
  });

  test("from a post of ours with other words is refused", async () => {
    const post = makeIssue();
    await sendTo(session, post);
    const reminder = { ...post, title: "Do not forget" };
    expect(await failureOf(() => sendTo(session, reminder))).toMatchObject({ kind: "refused" });
  });
});
