import { afterAll, beforeAll, describe, expect, test } from "vitest";
import bluesky from "../../channels/bluesky/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import { type Row, runContract } from "../../src/channel/contract.ts";
import { bell } from "../bench/io.ts";
import { failureOf, io, openAt, prepareAt, revisionOf, sendTo, settingsOf } from "../bench/pds-acts.ts";
import { canStartPds, type Pds, startPds } from "../bench/pds.ts";
import { listPosts } from "../bench/pds-world.ts";
import { makePost } from "../bench/post.ts";

describe.skipIf(!(await canStartPds()))("on a real server, bluesky", () => {
  let pds: Pds;
  let session: Session;
  const now = new Date();
  const seen = async (text: string): Promise<number> =>
    (await listPosts(pds.owner)).filter((post) => post.value.text === text).length;

  beforeAll(async () => {
    pds = await startPds();
    session = await openAt(pds);
  });
  afterAll(() => pds.close());

  describe("keeps the contract", () => {
    let rows: readonly Row[];
    beforeAll(async () => {
      const settings = settingsOf(pds);
      rows = await runContract({ channel: bluesky, settings, io, world: pds.world, media: bell });
    });
    const named = (outcome: string): string[] =>
      rows.flatMap((row) => (row.outcome === outcome ? [`${row.name}: ${row.reason}`] : []));

    test("in every check", () => expect(named("failed")).toEqual([]));
    test("skipping only edits", () =>
      expect(named("skipped")).toEqual(["edits a post in place: the network has no edits"]));
  });

  describe("publishes once", () => {
    test("when the same memo is published four times at once", async () => {
      const post = makePost({ text: "Four at once" });
      const memo = await prepareAt(session, post);
      const receipts = await Promise.all([1, 2, 3, 4].map(() => session.publish(post, memo)));
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
      expect(await seen("Four at once")).toBe(1);
    });

    test("and changes nothing when the same memo is published again", async () => {
      const post = makePost({ text: "Replayed" });
      const memo = await prepareAt(session, post);
      const receipt = await session.publish(post, memo);
      const rev = await revisionOf(pds);
      expect(await session.publish(post, memo)).toEqual(receipt);
      expect(await revisionOf(pds)).toBe(rev);
    });

    test("and finds the post from a new session when the answer was lost", async () => {
      const post = makePost({ text: "Lost" });
      const memo = await prepareAt(session, post);
      pds.proxy.misbehave("loseAnswer");
      expect(await failureOf(() => session.publish(post, memo))).toMatchObject({ kind: "lost" });
      const found = await (await openAt(pds)).find?.(post, memo, now);
      expect(found?.remoteId).toMatch(/^at:\/\/did:plc:[a-z2-7]+\/app\.bsky\.feed\.post\/[a-z2-7]{13}$/);
      expect(await session.publish(post, memo)).toEqual(found);
    });

    test("and finds the first post when it is prepared again with other words", async () => {
      const memo = await prepareAt(session, makePost({ text: "First words" }));
      const receipt = await session.publish(makePost(), memo);
      const post = makePost({ text: "Other words" });
      const again = await prepareAt(session, post, { previous: memo });
      expect(await failureOf(() => session.publish(post, again))).toMatchObject({ kind: "lost" });
      expect(await session.find?.(post, again, now)).toEqual(receipt);
      expect(await seen("Other words")).toBe(0);
    });

    test("and does not bring back what a person deleted after the answer was lost", async () => {
      const post = makePost({ text: "Deleted" });
      const memo = await prepareAt(session, post);
      pds.proxy.misbehave("loseAnswer");
      await failureOf(() => session.publish(post, memo));
      const [, , repo = "", , rkey = ""] = (await listPosts(pds.owner)).at(-1)?.uri.split("/") ?? [];
      await pds.owner.app.bsky.feed.post.delete({ repo, rkey });
      const failure = await failureOf(async () => session.find?.(post, memo, now));
      expect(failure).toMatchObject({ kind: "lost", reason: expect.stringContaining("deleted") as string });
      expect(await seen("Deleted")).toBe(0);
    });
  });

  describe("stays signed in", () => {
    test.each([
      [["accessJwt"], ["createSession", "refreshSession"]],
      [
        ["accessJwt", "refreshJwt"],
        ["createSession", "refreshSession", "createSession"],
      ],
    ] as const)("when %j have expired, by asking for %j", async (tokens, requests) => {
      const text = `With ${tokens.length} expired`;
      pds.expireNext(...tokens);
      const before = pds.proxy.paths.length;
      const opened = await openAt(pds);
      await sendTo(opened, makePost({ text }));
      const asked = pds.proxy.paths.slice(before).filter((path) => /(create|refresh)Session$/.test(path));
      expect(asked.map((path) => path.split(".").at(-1))).toEqual(requests);
      expect(await seen(text)).toBe(1);
    });

    test("but not with a wrong password, which it does not repeat", async () => {
      const failure = await failureOf(() => openAt(pds, { password: "abcd-efgh-ijkl-mnop" }));
      expect(failure.kind).toBe("unauthorised");
      expect(failure.reason).toContain("make a new app password");
      expect(failure.reason).not.toContain("abcd");
    });
  });
});
