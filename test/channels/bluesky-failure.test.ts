import { describe, expect, it } from "vitest";
import { XRPCError } from "@atproto/api";
import { classify, judging } from "../../channels/bluesky/failure.ts";
import { ChannelError } from "../../src/channel/failure.ts";

const answers: readonly [status: number, name: string, kind: string][] = [
  [400, "ExpiredToken", "unauthorised"],
  [400, "InvalidToken", "unauthorised"],
  [401, "AuthenticationRequired", "unauthorised"],
  [401, "AccountTakedown", "unauthorised"],
  [400, "AccountDeactivated", "unauthorised"],
  [401, "AuthFactorTokenRequired", "unauthorised"],
  [403, "Forbidden", "unauthorised"],
  [404, "XRPCNotSupported", "unauthorised"],
  [400, "InvalidRequest", "refused"],
  [413, "PayloadTooLarge", "refused"],
  [400, "BlobNotFound", "down"],
  [400, "InvalidSwap", "lost"],
  [429, "RateLimitExceeded", "busy"],
  [500, "InternalServerError", "lost"],
  [502, "UpstreamFailure", "lost"],
  [503, "NotEnoughResources", "lost"],
];

describe("what an answer means", () => {
  it.each(answers)("takes %i %s for %3$s", (status, name, kind) => {
    const failure = classify(new XRPCError(status, name, "Something about it"));
    expect(failure.kind).toBe(kind);
    expect(failure.reason).toContain(`The server answered ${status}: Something about it.`);
  });

  it("waits until the moment that the server tells", () => {
    const busy = new XRPCError(429, "RateLimitExceeded", "", { "ratelimit-reset": "1795000000" });
    expect(classify(busy)).toMatchObject({ retryAt: new Date(1795000000 * 1000) });
  });

  it("counts seconds to wait from the answer's own date", () => {
    const headers = { "retry-after": "90", date: "Sun, 22 Nov 2026 10:00:00 GMT" };
    const failure = classify(new XRPCError(429, "RateLimitExceeded", "", headers));
    expect(failure).toMatchObject({ retryAt: new Date("2026-11-22T10:01:30Z") });
  });

  it("names no time where the server tells none", () => {
    expect(classify(new XRPCError(429, "RateLimitExceeded"))).not.toHaveProperty("retryAt");
  });

  it("knows that nothing was seen of what only prepares", async () => {
    const act = (): Promise<never> => Promise.reject(new XRPCError(500, "InternalServerError", "Oops"));
    const error = await judging({ visible: false }, act).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ChannelError);
    expect(classify(error).kind).toBe("down");
  });
});
