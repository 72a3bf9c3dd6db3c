import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import { bell, makeIo } from "../bench/io.ts";
import { failureOf, lookFor, openAt, sendTo, withServer } from "../bench/twitter-acts.ts";
import { startTwitter, type TwitterBench } from "../bench/twitter.ts";

let bench: TwitterBench;
let session: Session;
beforeAll(async () => {
  bench = await startTwitter({ accounts: ["comms", "other"] });
  session = await openAt(bench);
});
afterAll(() => bench.close());

describe("a look finds", () => {
  test.each([
    ["a link", "Issue 7 is out: https://example.org/7?a=1&b=2#top"],
    ["a domain without a scheme", "Read example.org, or xmpp.org/blog/."],
    ["what X escapes", "1 < 2 && 3 > 2, and &amp; as it is"],
    ["a domain in other letters", "Siehe https://bücher.example.org/ä and https://EXAMPLE.org"],
    ["letters with their accents apart", "Cafe\u0301 https://example.org/cafe\u0301"],
    ["the same link twice", "https://example.org/1 https://example.org/1 https://example.org/12"],
    ["many lines", "One  \n\n  two\tthree https://example.org/lines\n#XMPP @comms\n"],
    ["no link", "Just 日本語 words 👩‍💻"],
  ])("a post with %s", async (_, text) => {
    const { remoteId, permalink } = await sendTo(session, { text });
    expect(await lookFor(session, { text })).toMatchObject({ remoteId, permalink });
  });

  test("a post with an image and a link to another post's photo", async () => {
    const post = { text: "Look https://example.org/status/1/photos", media: [bell] };
    const { remoteId } = await sendTo(session, post);
    expect(bench.seen("comms").at(-1)?.media).toHaveLength(1);
    expect(await lookFor(session, post)).toMatchObject({ remoteId });
  });

  test("when it was made", async () => {
    await sendTo(session, { text: "When?" });
    const found = await lookFor(session, { text: "When?" }, {}, new Date(Date.now() - 5000));
    expect(found?.at).toBe(bench.seen("comms").at(-1)?.at.toISOString());
  });

  test("a post of a server whose clock is five minutes behind", () =>
    withServer({ now: () => new Date(Date.now() - 300_000) }, async (server) => {
      const to = await openAt(server);
      const { remoteId } = await sendTo(to, { text: "What time is it?" });
      expect(await lookFor(to, { text: "What time is it?" })).toMatchObject({ remoteId });
    }));

  test("a post a hundred others before, over pages", () =>
    withServer({ strict: false, window: 1000 }, async (server) => {
      const to = await openAt(server);
      const { remoteId } = await sendTo(to, { text: "The one" });
      for (let count = 0; count < 230; count++) await sendTo(to, { text: `Another ${count}` });
      expect(await lookFor(to, { text: "The one" })).toMatchObject({ remoteId });
    }));
});

describe("a look does not take", () => {
  test("other words about the same link", async () => {
    await sendTo(session, { text: "First https://example.org/same" });
    expect(await lookFor(session, { text: "Second https://example.org/same" })).toBeUndefined();
  });

  test("the same words about another link", async () => {
    await sendTo(session, { text: "New: https://example.org/a" });
    expect(await lookFor(session, { text: "New: https://example.org/b" })).toBeUndefined();
  });

  test("a post of long before", async () => {
    let now = new Date("2026-11-01T10:00:00Z");
    await withServer({ now: () => now }, async (server) => {
      const to = await openAt(server);
      await sendTo(to, { text: "Issue 7 is out" });
      now = new Date("2026-11-01T11:00:00Z");
      expect(await lookFor(to, { text: "Issue 7 is out" }, {}, now)).toBeUndefined();
    });
  });

  test("part of a thread for a post of its own, nor the other way round", async () => {
    const root = await sendTo(session, { text: "A thread" });
    const reply = { root, parent: root };
    const part = await sendTo(session, { text: "(2/2)" }, { reply });
    expect(await lookFor(session, { text: "(2/2)" })).toBeUndefined();
    expect(await lookFor(session, { text: "A thread" }, { reply })).toBeUndefined();
    expect(await lookFor(session, { text: "(2/2)" }, { reply })).toMatchObject({ remoteId: part.remoteId });
  });

  test("another account's post", async () => {
    await sendTo(session, { text: "Whose?" });
    const other = await openAt(bench, makeIo(), "other");
    expect(await lookFor(other, { text: "Whose?" })).toBeUndefined();
  });
});

describe("a look that fails", () => {
  test.each(["unavailable", "emptyError", "nonsense", "slow", "reset"] as const)(
    "by %s says that nothing was sent by it",
    async (fault) => {
      bench.misbehave(fault, "any");
      expect(await failureOf(() => lookFor(session, { text: "Where?" }))).toMatchObject({ kind: "down" });
    },
  );

  test("to be understood leaves the post lost", async () => {
    bench.answerNext({ status: 200, body: "{}" }, "any");
    expect(await failureOf(() => lookFor(session, { text: "Where?" }))).toMatchObject({ kind: "lost" });
  });
});
