import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import type { Receipt } from "../../src/model/post.ts";
import { context, failureOf, openAt, sendTo, withServer } from "../bench/facebook-acts.ts";
import { type FacebookBench, startFacebook } from "../bench/facebook.ts";
import { makePost } from "../bench/post.ts";

let bench: FacebookBench;
let session: Session;
beforeAll(async () => {
  bench = await startFacebook();
  session = await openAt(bench);
});
afterAll(() => bench.close());

const link = "https://example.org/issues/7/";

describe("a Page", () => {
  test("is who Facebook says it is", () => {
    expect(session.profile).toEqual({
      id: "1001",
      name: "The comms team",
      handle: "The comms team",
      url: "https://www.facebook.com/1001",
    });
    expect(session.expires).toBeUndefined();
  });

  test("costs two requests to open and two to publish to", async () => {
    const before = bench.requests.length;
    const { remoteId } = await sendTo(await openAt(bench), { text: "How many requests?" });
    expect(bench.requests.slice(before)).toEqual([
      "GET /v26.0/me?fields=id%2Cname",
      "POST /v26.0/",
      "POST /v26.0/1001/feed",
      `GET /v26.0/${remoteId}?fields=permalink_url%2Ccreated_time`,
    ]);
  });

  test("loses its token when the earlier of its two dates comes", () =>
    withServer({ expiresAt: 1_800_000_000, dataAccessExpiresAt: 1_790_000_000 }, async (server) => {
      expect((await openAt(server)).expires).toEqual(new Date(1_790_000_000_000));
    }));

  test("may be opened with a token that must not ask about itself", () =>
    withServer({ debug: "refused", expiresAt: 1_800_000_000 }, async (server) => {
      expect((await openAt(server)).expires).toBeUndefined();
    }));
});

describe("a post", () => {
  test("has its link beside its words", async () => {
    const { remoteId, permalink } = await sendTo(session, { text: "Issue 7 is out", link });
    expect(bench.seen("comms").at(-1)).toMatchObject({ id: remoteId, message: "Issue 7 is out", link });
    expect(permalink).toBe(`${bench.url}/1001/posts/${remoteId.split("_")[1] ?? ""}`);
  });

  test("that cannot be read back has an address all the same", () =>
    withServer({ reading: "refused" }, async (server) => {
      const { remoteId, permalink } = await sendTo(await openAt(server), { text: "Unread" });
      expect(permalink).toBe(`https://www.facebook.com/${remoteId}`);
    }));

  test("is exactly as long as it may be", async () => {
    const full = "ü".repeat(63_206);
    await sendTo(session, { text: full });
    expect(bench.seen("comms").at(-1)?.message).toBe(full);
    expect(await failureOf(() => sendTo(session, { text: `${full}x` }))).toEqual({
      kind: "refused",
      reason: "Facebook answered 400: (#100) The parameter message is too long.",
    });
  });

  test("keeps its link when its words are edited", async () => {
    const receipt = await sendTo(session, { text: "A tpyo", link });
    await session.edit?.(receipt, makePost({ text: "A typo", link }));
    expect(bench.seen("comms").at(-1)).toMatchObject({ message: "A typo", link });
  });

  test("is counted, fifty at a time, and null where it is gone", async () => {
    const live = await sendTo(session, { text: "Counted" });
    await sendTo(session, { text: "A reply" }, { reply: { root: live, parent: live } });
    const gone = { ...live, remoteId: "1001_1" };
    const before = bench.requests.length;
    const counts = await session.metrics?.([...Array.from({ length: 50 }, () => gone), live]);
    expect(counts?.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => null));
    expect(counts?.[50]).toEqual({ likes: 5, reposts: 2, replies: 1 });
    expect(bench.requests.slice(before)).toEqual(["POST /v26.0/", "POST /v26.0/"]);
  });
});

describe("a thread", () => {
  async function sendThread(parts: readonly string[]): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const text of parts) {
      const [root = null, parent = null] = [receipts[0], receipts.at(-1)];
      const reply = root && parent && { root, parent };
      receipts.push(await sendTo(session, { text }, { reply }));
    }
    return receipts;
  }

  test("is a post, a comment and replies to it, two levels deep", async () => {
    const [root, second, third, fourth, fifth] = await sendThread(["One", "Two", "Three", "Four", "Five"]);
    const parentOf = (receipt: Receipt | undefined): string | undefined =>
      bench.seen("comms").find(({ id }) => id === receipt?.remoteId)?.parent?.id;
    expect(parentOf(second)).toBe(root?.remoteId);
    expect([third, fourth, fifth].map(parentOf)).toEqual(Array(3).fill(second?.remoteId));
  });

  test("has a part's link in its words, there being no other place", async () => {
    const root = await sendTo(session, { text: "Root" });
    await sendTo(session, { text: "More", link }, { reply: { root, parent: root } });
    expect(bench.seen("comms").at(-1)?.message).toBe(`More\n\n${link}`);
  });

  test("can be edited, counted and removed part by part", async () => {
    const root = await sendTo(session, { text: "Above" });
    const comment = await sendTo(session, { text: "Below" }, { reply: { root, parent: root } });
    await session.edit?.(comment, makePost({ text: "Beneath" }));
    expect(bench.seen("comms").at(-1)).toMatchObject({ id: comment.remoteId, message: "Beneath" });
    expect(await session.metrics?.([comment])).toEqual([{ likes: 1, replies: 0 }]);
    await session.remove?.(comment);
    expect(bench.seen("comms").at(-1)).toMatchObject({ id: root.remoteId });
  });

  test("whose parent is gone is refused", async () => {
    const root = await sendTo(session, { text: "Soon gone" });
    await session.remove?.(root);
    const act = (): Promise<Receipt> =>
      sendTo(session, { text: "Late" }, { ...context, reply: { root, parent: root } });
    expect(await failureOf(act)).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/The post is gone, or the token may not see it\.$/) as string,
    });
  });
});

test("every visible act is one that was asked for", () =>
  withServer({}, async (server) => {
    const to = await openAt(server);
    const receipt = await sendTo(to, { text: "Here" });
    await to.edit?.(receipt, makePost({ text: "There" }));
    await to.remove?.(receipt);
    await to.remove?.(receipt);
    const { remoteId: id } = receipt;
    expect(server.acts).toEqual([`publish ${id}`, `edit ${id}`, `remove ${id}`]);
  }));
