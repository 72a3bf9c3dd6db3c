import { afterAll, beforeAll, describe, expect, test } from "vitest";
import mastodon from "../../channels/mastodon/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import type { Receipt } from "../../src/model/post.ts";
import type { Misbehaviour } from "../bench/bench-server.ts";
import { bell, makeIo, makeIoBy } from "../bench/io.ts";
import { context, failureOf, openAt, sendTo, withServer } from "../bench/mastodon-acts.ts";
import { type MastodonBench, startMastodon } from "../bench/mastodon.ts";
import { makePost } from "../bench/post.ts";

let bench: MastodonBench;
let session: Session;
beforeAll(async () => {
  bench = await startMastodon();
  session = await openAt(bench);
});
afterAll(() => bench.close());

describe("an answer", () => {
  const faults: readonly (readonly [Misbehaviour, string, string])[] = [
    ["unavailable", "lost", "The server answered 500: Something went wrong."],
    ["emptyError", "lost", "The server answered 502 without an explanation."],
    ["nonsense", "lost", "The server answered with something that is not JSON."],
    ["reset", "lost", "The connection broke before an answer came (UND_ERR_SOCKET)."],
  ];
  test.each(faults)("that is %s means %s", async (fault, kind, reason) => {
    bench.misbehave(fault);
    expect(await failureOf(() => sendTo(session, `Fault ${fault}`))).toEqual({ kind, reason });
  });

  test("that sets a time to a busy account is kept to", async () => {
    bench.misbehave("busy");
    const failure = await failureOf(() => sendTo(session, "Too many"));
    expect(failure).toMatchObject({ kind: "busy", retryAt: expect.any(Date) as Date });
    expect((failure as { retryAt: Date }).retryAt.getTime() - Date.now()).toBeGreaterThan(110_000);
  });

  test("that breaks before anything could be seen means that nothing was sent", async () => {
    const post = makePost({ media: [bell] });
    bench.misbehave("reset", "any");
    expect(await failureOf(() => session.prepare(post, context))).toMatchObject({ kind: "down" });
  });

  test("of a token without a scope names the scopes", () =>
    withServer({ scopes: ["read:accounts", "read:statuses"] }, async (server) => {
      const to = await openAt(server);
      expect(await failureOf(() => sendTo(to, "No scope"))).toEqual({
        kind: "unauthorised",
        reason:
          "The server answered 403: This action is outside the authorized scopes. The access token needs the scopes " +
          "read:accounts read:statuses write:statuses write:media.",
      });
    }));

  test("of another kind of server tells to look at the address", async () => {
    const failure = await failureOf(() =>
      mastodon.open({ server: bench.url, accessToken: "x" }, elsewhere()),
    );
    expect(failure).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringContaining("Check `server`") as string,
    });
  });

  test("to a reply whose parent is gone says so", async () => {
    const parent = await sendTo(session, "Soon gone");
    await session.remove?.(parent);
    const act = (): Promise<Receipt> => sendTo(session, "Reply", { reply: { root: parent, parent } });
    expect(await failureOf(act)).toEqual({
      kind: "refused",
      reason: "The post that this one replies to is gone.",
    });
  });
});

/** A world in which every address is missing. */
function elsewhere(): ReturnType<typeof makeIo> {
  const io = makeIo();
  return makeIoBy((_, init) =>
    io.fetch(`${bench.url}/api/v1/statuses/0`, {
      ...init,
      headers: { authorization: `Bearer ${bench.tokenOf("comms")}` },
    }),
  );
}
