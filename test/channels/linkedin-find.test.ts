import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import { makeIo } from "../bench/io.ts";
import { context, failureOf, openMember, openPage, page, sendTo } from "../bench/linkedin-acts.ts";
import { json } from "../bench/bench-server.ts";
import { badInput } from "../bench/linkedin-instance.ts";
import { type LinkedinBench, startLinkedin } from "../bench/linkedin.ts";
import { makePost } from "../bench/post.ts";

let bench: LinkedinBench;
let session: Session;
beforeAll(async () => {
  bench = await startLinkedin();
  session = await openPage(bench);
});
afterAll(() => bench.close());

const later = (minutes: number) => makeIo({ now: () => new Date(Date.now() + minutes * 60_000) });

function visible(text: string): number {
  return bench.posts.filter((post) => post.live && post.commentary === text).length;
}

describe("linkedin refuses a post that it has already", () => {
  test("which is this delivery's own after a lost answer: its receipt, and still one post", async () => {
    const post = makePost({ text: "Twice sent" });
    const memo = await session.prepare(post, context);
    bench.misbehave("loseAnswer");
    expect((await failureOf(() => session.publish(post, memo))).kind).toBe("lost");
    const receipt = await session.publish(post, memo);
    expect(receipt.remoteId).toBe(bench.posts.at(-1)?.id);
    expect(visible("Twice sent")).toBe(1);
  });

  test("or an older one, which must be said in other words", async () => {
    const old = await sendTo(session, { text: "Same as last month" });
    const failure = await failureOf(async () =>
      sendTo(await openPage(bench, later(60)), { text: "Same as last month" }),
    );
    expect(failure.kind).toBe("refused");
    expect(failure.reason).toContain(old.permalink);
  });

  test("or one that was removed: a person is told, not asked for ever", async () => {
    await session.remove?.(await sendTo(session, { text: "A ghost" }));
    const post = makePost({ text: "A ghost" });
    const memo = await session.prepare(post, context);
    expect((await failureOf(() => session.publish(post, memo))).kind).toBe("lost");
    const afterwards = await openPage(bench, later(11));
    const failure = await failureOf(() => afterwards.publish(post, memo));
    expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(/removed.*day or two/) });
    expect(await session.find?.(post, memo, new Date())).toBeUndefined();
    expect(visible("A ghost")).toBe(0);
  });

  test("or one that it does not name", async () => {
    bench.answerNext(badInput(422, "DUPLICATE_POST", "Duplicate post is detected"));
    expect((await failureOf(() => sendTo(session, { text: "Nameless" }))).kind).toBe("lost");
  });

  test("or one that the token may not read: a person looks", async () => {
    const member = await openMember(bench);
    await sendTo(member, { text: "My own twice" });
    const failure = await failureOf(() => sendTo(member, { text: "My own twice" }));
    expect(failure.kind).toBe("lost");
    expect(failure.reason).toContain("https://www.linkedin.com/feed/update/urn:li:share:");
  });
});

describe("linkedin looks a post up", () => {
  const post = makePost({ text: "Look (me) up: #bells & more…" });

  test("among more than a hundred", async () => {
    const memo = await session.prepare(post, context);
    const receipt = await session.publish(post, memo);
    const others = Array.from({ length: 120 }, (_, index) => `Another ${index}`);
    for (const text of others) await sendTo(session, { text });
    expect((await session.find?.(post, memo, new Date()))?.remoteId).toBe(receipt.remoteId);
  });

  test("and does not take one of before for it", async () => {
    const memo = await session.prepare(post, context);
    expect(await session.find?.(post, memo, new Date(Date.now() + 3_600_000))).toBeUndefined();
  });

  test("and does not believe a list that names what is not there", async () => {
    const ghost = {
      id: "urn:li:share:1",
      author: page,
      commentary: "Boo",
      publishedAt: Date.now(),
      lifecycleState: "PUBLISHED",
    };
    bench.answerNext(json(200, { elements: [ghost] }), "any");
    const memo = await session.prepare(makePost({ text: "Boo" }), context);
    expect(await session.find?.(makePost({ text: "Boo" }), memo, new Date())).toBeUndefined();
  });

  test("and cannot tell where the answer is none", async () => {
    const memo = await session.prepare(post, context);
    bench.answerNext(json(200, { nothing: true }), "any");
    expect((await failureOf(async () => session.find?.(post, memo, new Date()))).kind).toBe("lost");
    bench.misbehave("nonsense", "any");
    expect((await failureOf(async () => session.find?.(post, memo, new Date()))).kind).not.toBe("refused");
  });
});

describe("linkedin makes later parts of a thread comments", () => {
  test("below one another as far as LinkedIn nests, in plain text", async () => {
    const root = await sendTo(session, { text: "One" });
    const two = await sendTo(session, { text: "Two (of 4) #bells" }, { reply: { root, parent: root } });
    const three = await sendTo(session, { text: "Three" }, { reply: { root, parent: two } });
    const four = await sendTo(session, { text: "Four" }, { reply: { root, parent: three } });
    const seen = bench.comments.map(({ urn, text, parent }) => [urn, text, parent]);
    expect(seen).toEqual([
      [two.remoteId, "Two (of 4) #bells", null],
      [three.remoteId, "Three", two.remoteId],
      [four.remoteId, "Four", two.remoteId],
    ]);
    expect(two.permalink).toMatch(
      /\/urn:li:share:\d+\/\?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A\d+%2C\d+%29$/,
    );
  });

  test("once, however the answer was lost", async () => {
    const root = await sendTo(session, { text: "A root" });
    const parent = await sendTo(session, { text: "A part" }, { reply: { root, parent: root } });
    const post = makePost({ text: "The last part" });
    const memo = await session.prepare(post, { ...context, reply: { root, parent } });
    expect(await session.find?.(post, memo, new Date())).toBeUndefined();
    bench.misbehave("unavailable");
    expect((await failureOf(() => session.publish(post, memo))).kind).toBe("lost");
    const found = await session.find?.(post, memo, new Date());
    expect(found).toMatchObject({ remoteId: bench.comments.at(-1)?.urn, data: { post: root.remoteId } });
  });

  test("that can be edited and removed", async () => {
    const root = await sendTo(session, { text: "Another root" });
    const comment = await sendTo(session, { text: "Teh end" }, { reply: { root, parent: root } });
    await session.edit?.(comment, makePost({ text: "The end" }));
    expect(bench.comments.at(-1)?.text).toBe("The end");
    await session.remove?.(comment);
    await session.remove?.(comment);
    expect(bench.comments.map(({ text }) => text)).not.toContain("The end");
  });

  test("of no more than 1250 characters, and without images", async () => {
    const root = await sendTo(session, { text: "A short root" });
    const reply = { root, parent: root };
    const long = await failureOf(() => sendTo(session, { text: "x".repeat(1251) }, { reply }));
    expect(long).toMatchObject({ kind: "refused", reason: expect.stringMatching(/comment.*1250.*1251/) });
    const media = [{ url: "https://example.org/a.png", alt: "" }];
    expect((await failureOf(() => sendTo(session, { text: "x", media }, { reply }))).kind).toBe("refused");
  });

  test("and not where the post is gone", async () => {
    const root = await sendTo(session, { text: "A root that goes" });
    await session.remove?.(root);
    const failure = await failureOf(() =>
      sendTo(session, { text: "Too late" }, { reply: { root, parent: root } }),
    );
    expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(/replies to is gone/) });
  });
});
