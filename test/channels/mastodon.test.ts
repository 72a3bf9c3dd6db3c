import { afterAll, beforeAll, describe, expect, test } from "vitest";
import mastodon from "../../channels/mastodon/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import { makeIo } from "../bench/io.ts";
import { context, failureOf, openAt, sendTo, withServer } from "../bench/mastodon-acts.ts";
import { type MastodonBench, startMastodon } from "../bench/mastodon.ts";
import { makePost } from "../bench/post.ts";

let bench: MastodonBench;
let session: Session;
beforeAll(async () => {
  bench = await startMastodon({ accounts: ["comms", "other"] });
  session = await openAt(bench);
});
afterAll(() => bench.close());

describe("an account", () => {
  test("is who the server says it is", () => {
    const { host } = new URL(bench.url);
    expect(session.profile).toEqual({
      id: "9000",
      name: "The comms team",
      handle: `@comms@${host}`,
      url: `${bench.url}/@comms`,
      avatar: `${bench.url}/avatars/9000.png`,
    });
  });

  test("costs two requests to open and one to publish to", async () => {
    const before = bench.requests.length;
    await sendTo(await openAt(bench), "How many requests?");
    expect(bench.requests.slice(before).toSorted()).toEqual([
      "GET /api/v1/accounts/verify_credentials",
      "GET /api/v2/instance",
      "POST /api/v1/statuses",
    ]);
  });

  test("has the limits of its server, less its content warning", () =>
    withServer(
      { maxCharacters: 5000, reservedPerUrl: 32, maxMedia: 8, descriptionLimit: 10_000 },
      async (server) => {
        const { limits } = await openAt(server, { contentWarning: "Standards 👩‍💻" });
        expect(limits).toMatchObject({ media: 8, mediaBytes: 16_777_216, alt: 10_000 });
        expect(limits?.text[0]).toMatchObject({ max: 4989, links: { length: 32, bare: false } });
      },
    ));

  test("has Mastodon's limits where its server tells none", () =>
    withServer({ instance: "nowhere" }, async (server) => {
      const { limits, repeat } = await openAt(server);
      expect(limits).toEqual(mastodon.limits);
      expect(repeat).toEqual({ find: true });
    }));

  test("fits the text exactly that its limits allow", async () => {
    const link = `https://example.org/${"long/".repeat(60)}`;
    const full = `${"ü".repeat(500 - 24)} ${link}`;
    await expect(sendTo(session, full)).resolves.toMatchObject({
      permalink: expect.stringContaining(bench.url) as string,
    });
    expect(await failureOf(() => sendTo(session, `x${full}`))).toEqual({
      kind: "refused",
      reason: "The server answered 422: Validation failed: Text character limit of 500 exceeded.",
    });
  });

  test("posts as visibly, and with the warning, that its settings say", async () => {
    const quiet = await openAt(bench, { visibility: "unlisted", contentWarning: "Long" });
    const { remoteId } = await sendTo(quiet, "Hidden");
    const seen = bench.seen("comms").find(({ id }) => id === remoteId);
    expect(seen).toMatchObject({ visibility: "unlisted", spoiler: "Long" });
  });
});

describe("a repetition", () => {
  test.each([
    ["4.5.2", "https://github.com/mastodon/mastodon", { sameFor: 3000, find: true, settling: 60 }],
    ["4.4.0+glitch", "https://github.com/glitch-soc/mastodon", { sameFor: 3000, find: true, settling: 60 }],
    [
      "4.3.1",
      "https://github.com/mastodon/mastodon/tree/v4.3.1",
      { sameFor: 3000, find: true, settling: 60 },
    ],
    ["4.6.1", "https://github.com/mastodon/mastodon", { find: true }],
    ["0.20.2+git-8a2bb1c", "https://codeberg.org/superseriousbusiness/gotosocial", { find: true }],
    ["3.5.3", "https://github.com/mastodon/mastodon", { find: true }],
    ["2.7.2 (compatible; Akkoma 3.15.1)", "https://akkoma.dev/AkkomaGang/akkoma", { find: true }],
    ["4.5.0", "https://github.com/pixelfed/pixelfed", { find: true }],
    ["4.5.0", "", { find: true }],
  ])("on version %s of %s is worth what that keeps", (version, sourceUrl, repeat) =>
    withServer({ version, sourceUrl }, async (server) =>
      expect((await openAt(server)).repeat).toEqual(repeat),
    ),
  );

  test("within the hour is the same post, and after it another", async () => {
    let now = new Date("2026-11-01T10:00:00Z");
    await withServer({ now: () => now }, async (server) => {
      const to = await openAt(server);
      const post = makePost();
      const memo = await to.prepare(post, context);
      const { remoteId } = await to.publish(post, memo);
      now = new Date("2026-11-01T10:50:00Z");
      expect(await to.publish(post, memo)).toMatchObject({ remoteId });
      now = new Date("2026-11-01T11:00:01Z");
      expect(await to.publish(post, memo)).not.toMatchObject({ remoteId });
    });
  });

  test("that a server crashes on may be live", () =>
    withServer({ keys: "crash" }, async (server) => {
      const to = await openAt(server);
      const memo = await to.prepare(makePost(), context);
      await to.publish(makePost(), memo);
      expect(await failureOf(() => to.publish(makePost(), memo))).toMatchObject({ kind: "lost" });
      expect(server.seen("comms")).toHaveLength(1);
    }));

  test("of a post that was removed since is refused", async () => {
    const memo = await session.prepare(makePost(), { ...context, key: "removed-since" });
    await session.remove?.(await session.publish(makePost(), memo));
    expect(await failureOf(() => session.publish(makePost(), memo))).toMatchObject({ kind: "refused" });
  });
});

describe("a look", () => {
  test("goes as far back as the post may be, over pages", () =>
    withServer({ strict: false }, async (server) => {
      const to = await openAt(server);
      const wanted = await sendTo(to, "The one, with ﬁne “quotes” & <b> https://example.org/?a=1&b=2", {
        key: "one",
      });
      for (let count = 0; count < 100; count++)
        await sendTo(to, `Another ${count}`, { key: `another-${count}` });
      const post = makePost({ text: "The one, with ﬁne “quotes” & <b> https://example.org/?a=1&b=2" });
      const memo = await to.prepare(post, context);
      expect(await to.find?.(post, memo, new Date())).toMatchObject({ remoteId: wanted.remoteId });
    }));

  test("does not take a post of long ago", async () => {
    let now = new Date("2026-11-01T10:00:00Z");
    await withServer({ now: () => now }, async (server) => {
      const to = await openAt(server);
      await sendTo(to, "Issue 7 is out");
      now = new Date("2026-12-01T10:00:00Z");
      const post = makePost({ text: "Issue 7 is out" });
      expect(await to.find?.(post, await to.prepare(post, context), now)).toBeUndefined();
    });
  });

  test("knows a mention and a hashtag whatever the server makes of them", async () => {
    const post = makePost({
      text: "Dear @alice@example.org:\n#XMPP, see https://example.org/7",
      link: "https://example.org/7",
    });
    const memo = await session.prepare(post, { ...context, key: "source" });
    const { remoteId } = await session.publish(post, memo);
    expect(await session.find?.(post, memo, new Date())).toMatchObject({ remoteId });
  });

  test("asks for the source where the server shows a text in another way", () =>
    withServer({ alters: true }, async (server) => {
      const to = await openAt(server);
      const post = makePost({ text: 'They say "yes": https://example.org/7', link: "https://example.org/7" });
      const memo = await to.prepare(post, context);
      const { remoteId } = await to.publish(post, memo);
      expect(await to.find?.(post, memo, new Date())).toMatchObject({ remoteId });
      expect(server.requests.at(-1)).toBe(`GET /api/v1/statuses/${remoteId}/source`);
    }));

  test("leaves it to a person where the server does not tell the source", () =>
    withServer({ alters: true, sources: false }, async (server) => {
      const to = await openAt(server);
      const post = makePost({ text: 'They say "yes": https://example.org/7', link: "https://example.org/7" });
      const memo = await to.prepare(post, context);
      const { permalink } = await to.publish(post, memo);
      expect(await failureOf(async () => to.find?.(post, memo, new Date()))).toEqual({
        kind: "lost",
        reason: `${permalink} has the same link, and the server does not tell its text.`,
      });
    }));

  test("tells parts of different threads apart", async () => {
    const root = await sendTo(session, "Thread one");
    const reply = { root, parent: root };
    const part = await sendTo(session, "(2/2)", { reply });
    const post = makePost({ text: "(2/2)" });
    const other = await session.prepare(post, { ...context, key: "other" });
    const same = await session.prepare(post, { ...context, key: "same", reply });
    expect(await session.find?.(post, other, new Date())).toBeUndefined();
    expect(await session.find?.(post, same, new Date())).toMatchObject({ remoteId: part.remoteId });
  });
});

test("one account's posts are not another's", async () => {
  const other = await mastodon.open({ server: bench.url, accessToken: bench.tokenOf("other") }, makeIo());
  const post = makePost({ text: "Whose?" });
  const memo = await other.prepare(post, { ...context, key: "whose" });
  await session.publish(post, memo);
  expect(await other.find?.(post, memo, new Date())).toBeUndefined();
});
