import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError, ask, classifyAnswer, readRetryAt } from "../../src/channel/http.ts";
import { type BenchServer, type Misbehaviour, startServer } from "../bench/bench-server.ts";

const now = new Date("2026-11-23T10:00:00Z");

describe("the time to come back", () => {
  test.each([
    [{ "retry-after": "90" }, "2026-11-23T10:01:30.000Z"],
    [{ "retry-after": "Mon, 23 Nov 2026 10:02:00 GMT" }, "2026-11-23T10:02:00.000Z"],
    [{ "x-ratelimit-reset": "2026-11-23T10:05:00.123456Z" }, "2026-11-23T10:05:00.123Z"],
    [{ "x-ratelimit-reset": "1795428300" }, "2026-11-23T10:05:00.000Z"],
    [{ "retry-after": "30", "x-ratelimit-reset": "2026-11-23T10:05:00Z" }, "2026-11-23T10:00:30.000Z"],
  ])("of %o is %s", (headers, at) => {
    expect(readRetryAt(new Headers(headers), now)?.toISOString()).toBe(at);
  });

  test.each([
    {},
    { "retry-after": "soon" },
    { "retry-after": "99999999999999" },
    { "x-ratelimit-reset": "never" },
  ])("of %o is unknown", (headers) => {
    expect(readRetryAt(new Headers(headers as Record<string, string>), now)).toBeUndefined();
  });
});

describe("an answer", () => {
  test.each([
    [302, true, "unauthorised"],
    [400, true, "refused"],
    [401, true, "unauthorised"],
    [403, true, "unauthorised"],
    [408, true, "lost"],
    [422, true, "refused"],
    [429, true, "busy"],
    [500, true, "lost"],
    [500, false, "down"],
    [503, false, "down"],
    [200, true, "lost"],
    [200, false, "down"],
  ])("of %i, visible %s, means %s", (status, visible, kind) => {
    const error = new AnswerError("It answered.", { status, visible, retryAt: now });
    expect(classifyAnswer(error)).toMatchObject({ kind, reason: "It answered." });
  });
});

describe("a request", () => {
  let bench: BenchServer;
  let fault: Misbehaviour = "none";
  beforeAll(async () => {
    const redirect = { status: 302, headers: { location: "/elsewhere" }, body: "moved" };
    bench = await startServer(
      () => redirect,
      () => fault,
    );
  });
  afterAll(() => bench.close());

  test("follows no redirect, and gives the answer whatever its status", async () => {
    fault = "none";
    const answer = await ask({ fetch }, bench.url, { method: "POST", headers: {}, body: "x", visible: true });
    expect(answer).toMatchObject({ status: 302, text: "moved" });
  });

  test("that breaks is down where nothing could be seen, and else left to be classified", async () => {
    fault = "reset";
    const attempt = (visible: boolean): Promise<unknown> =>
      ask({ fetch }, bench.url, { method: "POST", headers: {}, visible });
    await expect(attempt(false)).rejects.toBeInstanceOf(ChannelError);
    await expect(attempt(false)).rejects.toMatchObject({ failure: { kind: "down" } });
    await expect(attempt(true)).rejects.toBeInstanceOf(TypeError);
  });
});
