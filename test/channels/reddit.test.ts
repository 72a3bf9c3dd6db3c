import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import { context, failureOf, makeIssue, openAt, sendTo, withReddit } from "../bench/reddit-acts.ts";
import { flairId } from "../bench/reddit-instance.ts";
import { type RedditBench, startReddit } from "../bench/reddit.ts";

let bench: RedditBench;
let session: Session;
let texts: Session;
beforeAll(async () => {
  bench = await startReddit({
    subreddits: { bells: {}, Ringers: { flairs: ["News", "Fun"], flairRequired: true } },
  });
  session = await openAt(bench);
  texts = await openAt(bench, { kind: "self" });
});
afterAll(() => bench.close());

const last = () => bench.seen("comms").at(-1);

describe("an account", () => {
  test("is who Reddit says it is", () => {
    const url = `${bench.url}/user/comms/`;
    expect(session.profile).toEqual({ id: "acc0", name: "comms", handle: "u/comms", url });
  });

  test("costs two requests to open and one to publish to", async () => {
    const before = bench.requests.length;
    await sendTo(await openAt(bench));
    expect(bench.requests.slice(before)).toEqual([
      "POST /api/v1/access_token",
      "GET /api/v1/me",
      "POST /api/submit",
    ]);
  });

  test("writes the link only into texts", () => {
    expect([session.limits?.linkInText, texts.limits?.linkInText]).toEqual([false, true]);
  });

  test("goes on with a new token when the old one ended before its time", async () => {
    const before = bench.requests.length;
    bench.forgetTokens();
    await sendTo(session);
    expect(bench.requests.slice(before)).toEqual([
      "POST /api/submit",
      "POST /api/v1/access_token",
      "POST /api/submit",
    ]);
  });

  test("keeps its token until a minute before the end", async () => {
    let now = new Date();
    const patient = await openAt(bench, {}, () => now);
    const before = bench.requests.length;
    now = new Date(now.getTime() + 3530 * 1000);
    await sendTo(patient);
    now = new Date(now.getTime() + 30 * 1000);
    await sendTo(patient);
    const renewed = bench.requests.slice(before).filter((request) => request.endsWith("access_token"));
    expect(renewed).toHaveLength(1);
  });
});

describe("a post", () => {
  test("is a link with its text below it", async () => {
    const post = makeIssue({ text: "Two *bells* & a gong" });
    const { remoteId, permalink } = await sendTo(session, post);
    expect(last()).toMatchObject({ name: remoteId, kind: "link", url: post.link, title: post.title });
    expect(last()?.text).toBe("Two \\*bells\\* & a gong");
    expect(permalink).toBe(`${bench.url}/r/bells/comments/${remoteId.slice(3)}/title/`);
  });

  test("that is a text has the link once, whether or not it was written", async () => {
    const without = makeIssue({ text: "Read it" });
    await sendTo(texts, without);
    expect(last()?.text).toBe(`Read it\n\n${without.link}`);
    const within = makeIssue();
    const text = `Read ${within.link} now`;
    await sendTo(texts, { ...within, text });
    expect(last()?.text).toBe(text);
  });

  test("that is a link leaves its text out where the account says so", async () => {
    const bare = await openAt(bench, { body: false });
    const post = makeIssue();
    const { remoteId } = await sendTo(bare, post);
    expect(last()).toMatchObject({ kind: "link", text: "" });
    const memo = await bare.prepare(post, context);
    expect(await bare.find?.(post, memo, new Date())).toMatchObject({ remoteId });
  });

  test("without a link is a text", async () => {
    await sendTo(session, makeIssue({ link: null }));
    expect(last()).toMatchObject({ kind: "self", url: null, text: "What is in it" });
  });

  test("has its title in one line", async () => {
    await sendTo(session, makeIssue({ title: "  Bells\n and   gongs " }));
    expect(last()?.title).toBe("Bells and gongs");
  });

  test.each([{ title: null }, { title: " " }, { title: "x".repeat(301) }, { text: "x".repeat(10_001) }])(
    "like %o is not even prepared",
    async (change) => {
      const failure = await failureOf(() => session.prepare(makeIssue(change), context));
      expect(failure).toMatchObject({ kind: "refused" });
    },
  );

  test("has room for as many marks as its text may have", async () => {
    await sendTo(texts, makeIssue({ title: "x".repeat(300), text: "*".repeat(10_000), link: null }));
    expect(last()?.text.length).toBe(20_000);
    const root = await sendTo(session);
    const reply = { root, parent: root };
    const part = makeIssue({ text: "*".repeat(5001), link: null });
    expect(await failureOf(() => session.prepare(part, { ...context, reply }))).toEqual({
      kind: "refused",
      reason: "The text is longer than 10000 characters when its marks are escaped as Markdown wants it.",
    });
  });

  test.each(["news", flairId("News")])("has the flair that the account names as %s", async (flair) => {
    const flaired = await openAt(bench, { subreddit: "r/ringers", flair });
    await sendTo(flaired);
    expect(last()).toMatchObject({ subreddit: "Ringers", flair: flairId("News") });
  });

  test("with a flair that is not there says which there are", async () => {
    const flaired = await openAt(bench, { subreddit: "ringers", flair: "Sports" });
    expect(await failureOf(() => flaired.prepare(makeIssue(), context))).toEqual({
      kind: "unauthorised",
      reason: "r/ringers has no post flair “Sports”: write one of its own as `flair` (News, Fun).",
    });
  });
});

describe("an edit", () => {
  test("changes a text and a comment", async () => {
    const root = await sendTo(texts);
    const part = await sendTo(texts, makeIssue({ link: null }), { root, parent: root });
    await texts.edit?.(root, makeIssue({ title: null, text: "Better", link: null }));
    await texts.edit?.(part, makeIssue({ text: "Best", link: null }));
    const seen = bench.seen("comms").slice(-2);
    expect(seen.map(({ text }) => text)).toEqual(["Better", "Best"]);
    expect(bench.acts.slice(-2)).toEqual([`edit ${root.remoteId}`, `edit ${part.remoteId}`]);
  });

  test("leaves titles and links alone, and says so", async () => {
    const link = await sendTo(session);
    const text = await sendTo(texts);
    expect(await failureOf(async () => session.edit?.(link, makeIssue()))).toEqual({
      kind: "refused",
      reason: "A link post cannot be changed on Reddit: remove the post and send it again.",
    });
    expect(await failureOf(async () => texts.edit?.(text, makeIssue({ title: "Other" })))).toEqual({
      kind: "refused",
      reason: "A title cannot be changed on Reddit: remove the post and send it again.",
    });
  });
});

test("counts votes, comments and posts of others, and nothing of what is gone", async () => {
  const root = await sendTo(session);
  const part = await sendTo(session, makeIssue({ link: null }), { root, parent: root });
  const gone = await sendTo(session);
  await session.remove?.(gone);
  expect(await session.metrics?.([gone, root, part])).toEqual([
    null,
    { likes: 1, reposts: 0, replies: 1 },
    { likes: 1 },
  ]);
});

test("is known by its address as well, where a person gave that", async () => {
  const { permalink, at } = await sendTo(texts);
  const root = { remoteId: permalink ?? "", permalink, at };
  const part = await sendTo(texts, makeIssue({ link: null }), { root, parent: root });
  await texts.edit?.({ ...part, remoteId: part.permalink ?? "" }, makeIssue({ text: "Found", link: null }));
  expect(last()).toMatchObject({ name: part.remoteId, text: "Found" });
  expect(await texts.metrics?.([root])).toMatchObject([{ replies: 1 }]);
  await texts.remove?.({ ...part, remoteId: part.permalink ?? "" });
  expect(bench.acts.at(-1)).toBe(`remove ${part.remoteId}`);
  const nowhere = { ...root, remoteId: "https://example.org/" };
  expect(await failureOf(async () => texts.remove?.(nowhere))).toMatchObject({ kind: "refused" });
});

test("counts more posts than one request may ask for", () =>
  withReddit({}, async (server) => {
    const to = await openAt(server);
    const receipts = [];
    for (let index = 0; index < 101; index++) receipts.push(await sendTo(to));
    const counts = await to.metrics?.(receipts);
    expect(counts?.filter((one) => one !== null)).toHaveLength(101);
    expect(server.requests.filter((request) => request === "GET /api/info")).toHaveLength(2);
  }));
