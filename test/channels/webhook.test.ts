import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import webhook from "../../channels/webhook/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import type { Post } from "../../src/model/post.ts";
import { makeIo } from "../bench/io.ts";
import { startWebhook, type WebhookBench } from "../bench/webhook.ts";
import { makePost } from "../bench/post.ts";

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const now = new Date();
let bench: WebhookBench;
let session: Session;
beforeAll(async () => {
  bench = await startWebhook({ secret });
});
beforeEach(async () => {
  session = await webhook.open({ server: bench.url, secret }, makeIo({ now: () => now }));
});
afterAll(() => bench.close());

const context = { key: "hook-announcement-1", previous: null, reply: null };

async function failureOf(act: () => Promise<unknown>): Promise<object> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return webhook.classify(error);
}

async function publishTo(status: number, headers: Record<string, string> = {}): Promise<object> {
  const post = makePost();
  const memo = await session.prepare(post, { ...context, key: `k-${status}` });
  bench.answerNext({ status, headers });
  return failureOf(() => session.publish(post, memo));
}

describe("an event", () => {
  test("says what was posted, and has the same bytes at every try", async () => {
    const post: Post = makePost({ title: "Issue 7", text: "Grüße 🔔 “seven”", tags: ["XMPP"] });
    const memo = await session.prepare(post, context);
    const start = bench.requests.length;
    await session.publish(post, memo);
    await session.publish(post, memo);
    const bodies = bench.requests.slice(start).map(({ body }) => body.toString());
    expect(bodies[0]).toBe(bodies[1]);
    expect(JSON.parse(bodies[0] ?? "")).toEqual({
      type: "post.published",
      timestamp: now.toISOString(),
      data: { id: context.key, ...post, reply: null },
    });
  });

  test("has the delivery's key as its id", async () => {
    const receipt = await session.publish(makePost(), await session.prepare(makePost(), context));
    expect(receipt.remoteId).toBe(context.key);
    expect(bench.requests.at(-1)?.headers["webhook-id"]).toBe(context.key);
  });

  test("says of an edit and of a removal which post it is about", async () => {
    const receipt = { remoteId: "old-1", permalink: null, at: now.toISOString() };
    await session.edit?.(receipt, makePost({ text: "New words" }));
    await session.remove?.(receipt);
    const [edited, removed] = bench.requests
      .slice(-2)
      .map(({ body }) => JSON.parse(body.toString()) as object);
    expect(edited).toMatchObject({ type: "post.edited", data: { id: "old-1", text: "New words" } });
    expect(removed).toMatchObject({ type: "post.removed", data: { id: "old-1" } });
  });

  test("that is too long is not sent", async () => {
    const start = bench.requests.length;
    const post = makePost({
      card: { url: "https://example.org", title: "x", description: "y".repeat(20_000), image: null },
    });
    const memo = await session.prepare(post, context);
    expect(await failureOf(() => session.publish(post, memo))).toMatchObject({ kind: "refused" });
    expect(bench.requests.length).toBe(start);
  });
});

describe("an answer", () => {
  test.each([
    [301, {}, "unauthorised"],
    [400, {}, "refused"],
    [401, {}, "unauthorised"],
    [404, {}, "unauthorised"],
    [410, {}, "unauthorised"],
    [422, {}, "refused"],
    [429, {}, "busy"],
    [500, {}, "lost"],
    [502, {}, "lost"],
    [503, { "retry-after": "90" }, "busy"],
  ])("%i with %o means %s", async (status, headers, kind) => {
    expect(await publishTo(status, headers)).toMatchObject({ kind });
  });

  test("says when to come back in seconds or as a date", async () => {
    const later = new Date(Math.ceil(now.getTime() / 1000) * 1000 + 90_000);
    expect(await publishTo(429, { "retry-after": "90" })).toMatchObject({
      retryAt: new Date(now.getTime() + 90_000),
    });
    expect(await publishTo(429, { "retry-after": later.toUTCString() })).toMatchObject({ retryAt: later });
  });

  test("that sends on to another address is not followed", async () => {
    expect(await publishTo(308, { location: "https://elsewhere.example/" })).toMatchObject({
      kind: "unauthorised",
      reason: "The receiver answered 308 and sends on to https://elsewhere.example/: write that as `server`.",
    });
  });
});

test.each(["short", "whsec_c2hvcnQ=", "not base64 at all!"])("the secret %j opens nothing", async (bad) => {
  const failure = await failureOf(() => webhook.open({ server: bench.url, secret: bad }, makeIo()));
  expect(failure).toMatchObject({
    kind: "unauthorised",
    reason: expect.stringMatching(/24 to 64 bytes/) as string,
  });
});
