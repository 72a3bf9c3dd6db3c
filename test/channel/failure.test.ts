import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ChannelError, classifyNetwork, codesOf } from "../../src/channel/failure.ts";
import { guardedFetch } from "../../src/source/guard.ts";

/** Accepts connections, and hangs up as soon as something is asked. */
let rude: Server;
let url: string;
beforeAll(async () => {
  rude = createServer((socket) => {
    socket.once("data", () => socket.destroy());
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => void rude.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(rude.address() as AddressInfo).port}/`;
});
afterAll(() => void rude.close());

async function errorOf(act: () => Promise<unknown>): Promise<unknown> {
  return act().then(
    () => "no error",
    (error: unknown) => error,
  );
}

describe("a network error", () => {
  test("is lost where the request was written and no answer came", async () => {
    expect(classifyNetwork(await errorOf(() => fetch(url)))).toEqual({
      kind: "lost",
      reason: "The connection broke before an answer came (UND_ERR_SOCKET).",
    });
  });

  test("is down where the name leads nowhere", async () => {
    const error = await errorOf(() => fetch("http://nobody.invalid/"));
    expect(classifyNetwork(error)).toMatchObject({ kind: "down" });
  });

  test("says how to allow a private address", async () => {
    const guarded = guardedFetch({ allowPrivate: false, userAgent: "test" });
    expect(classifyNetwork(await errorOf(() => guarded(url)))).toEqual({
      kind: "down",
      reason:
        "The server could not be reached (ERR_ADDRESS_BLOCKED): it is in a private network; " +
        "set network.allowPrivate to true if that is meant.",
    });
  });

  test("is lost where time ran out", async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const error = await errorOf(() => fetch(address, { signal: AbortSignal.timeout(30) }));
    silent.close();
    expect(classifyNetwork(error)).toMatchObject({ kind: "lost" });
  });

  test("that a channel has classified already stays as it is", () => {
    const failure = { kind: "refused", reason: "No." } as const;
    expect(classifyNetwork(new ChannelError(failure))).toBe(failure);
  });

  test("is quoted without what looks like a credential", () => {
    const error = new Error("GET /?access_token=EAAGm0PX4ZCpsBAKZCZBr8ow9ZAbc failed for Bearer abc");
    expect(classifyNetwork(error).reason).toBe(
      "The connection broke before an answer came (GET /?… failed for Bearer …).",
    );
  });

  test("gives the codes of all its causes, once through", () => {
    const inner = Object.assign(new Error("inner"), { code: "EPIPE" });
    const outer = Object.assign(new Error("outer", { cause: inner }), { code: "UND_ERR" });
    expect(codesOf(outer)).toEqual(["UND_ERR", "EPIPE"]);
    expect(codesOf(new AggregateError([inner, inner]))).toEqual(["EPIPE", "EPIPE"]);
  });
});
