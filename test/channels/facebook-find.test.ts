import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import { context, failureOf, lookFor, openAt, sendTo, withServer } from "../bench/facebook-acts.ts";
import { type FacebookBench, startFacebook } from "../bench/facebook.ts";
import { bell, makeIo } from "../bench/io.ts";

let bench: FacebookBench;
let session: Session;
beforeAll(async () => {
  bench = await startFacebook();
  session = await openAt(bench);
});
afterAll(() => bench.close());

const link = "https://example.org/issues/7/?a=1&b=2";

describe("a look", () => {
  test.each(["plain", "shimmed", "none"] as const)("knows a post whose link is shown as %s", (links) =>
    withServer({ links }, async (server) => {
      const to = await openAt(server);
      const post = { text: "Issue 7: “ﬁne” & <b>\n\n  #XMPP ", link };
      expect(await lookFor(to, post)).toBeUndefined();
      const { remoteId } = await sendTo(to, post);
      expect(await lookFor(to, post)).toMatchObject({ remoteId });
    }),
  );

  test("asks a person where the same words lead elsewhere", async () => {
    await sendTo(session, { text: "A new article", link: "https://example.org/one" });
    const failure = await failureOf(() =>
      lookFor(session, { text: "A new article", link: "https://example.org/two" }),
    );
    expect(failure).toMatchObject({
      kind: "lost",
      reason: expect.stringContaining("says the same and seems to lead elsewhere") as string,
    });
  });

  test("knows a post with pictures, whose link is in its words", async () => {
    const post = { text: "With a picture", link, media: [bell] };
    const { remoteId, data } = await sendTo(session, post);
    expect(await lookFor(session, post)).toMatchObject({ remoteId, data });
  });

  test("finds a part of a thread where it belongs, and gives what the next part needs", async () => {
    const root = await sendTo(session, { text: "The same everywhere" });
    const reply = { root, parent: root };
    expect(await lookFor(session, { text: "The same everywhere" }, { reply })).toBeUndefined();
    const comment = await sendTo(session, { text: "The same everywhere" }, { reply });
    expect(await lookFor(session, { text: "The same everywhere" }, { reply })).toMatchObject({
      remoteId: comment.remoteId,
      data: comment.data,
    });
    expect(await lookFor(session, { text: "The same everywhere" })).toMatchObject({
      remoteId: root.remoteId,
    });
  });

  test("goes over pages, never along an address that has the token in it", () =>
    withServer({ duplicates: "taken" }, async (server) => {
      const to = await openAt(server);
      const { remoteId } = await sendTo(to, { text: "The one" });
      for (let count = 0; count < 100; count++) await sendTo(to, { text: `Another ${count}` });
      expect(await lookFor(to, { text: "The one" })).toMatchObject({ remoteId });
      expect(server.requests.filter((one) => one.includes("access_token"))).toEqual([]);
    }));

  test("does not take a post of long ago", async () => {
    let now = new Date("2026-11-01T10:00:00Z");
    await withServer({ now: () => now }, async (server) => {
      const to = await openAt(server, {}, makeIo({ now: () => now }));
      await sendTo(to, { text: "Issue 7 is out" });
      now = new Date("2026-12-01T10:00:00Z");
      expect(await lookFor(to, { text: "Issue 7 is out" }, {}, now)).toBeUndefined();
    });
  });

  test("does not take a post that followers cannot see", async () => {
    const body = new URLSearchParams({ message: "Hidden", published: "false" });
    const headers = { authorization: `Bearer ${bench.tokenOf("comms")}` };
    await fetch(`${bench.url}/v26.0/1001/feed`, { method: "POST", headers, body });
    expect(await lookFor(session, { text: "Hidden" })).toBeUndefined();
  });

  test("that gets something else than posts cannot tell", async () => {
    const memo = await session.prepare({ ...emptyPost, text: "Where?" }, context);
    bench.answerNext({ status: 200, body: "{}" }, "any");
    const act = async (): Promise<unknown> =>
      session.find?.({ ...emptyPost, text: "Where?" }, memo, new Date());
    expect(await failureOf(act)).toEqual({
      kind: "lost",
      reason: "Facebook answered with something that is not a list of posts.",
    });
  });
});

const emptyPost = { title: null, link: null, card: null, media: [], language: null, tags: [] };
