import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../../src/channel/http.ts";
import { classifyNetwork, codesOf } from "../../src/channel/failure.ts";
import { guardedSend } from "../../src/source/send.ts";
import {
  body,
  cutOff,
  drip,
  endless,
  type FeedServer,
  startFeedServer,
  status,
} from "../bench/feed-server.ts";

const name = { userAgent: "Carillon/test" };
const send = guardedSend({ ...name, allowPrivate: true });
const get = { method: "GET", headers: {} };

let server: FeedServer;
let echo: Server;
let echoUrl: string;
beforeAll(async () => {
  server = await startFeedServer();
  echo = createServer(async (request, response) => {
    const { method, headers } = request;
    const text = Buffer.concat(await Array.fromAsync(request)).toString();
    response.end(JSON.stringify({ method, headers, text }));
  });
  await new Promise<void>((resolve) => void echo.listen(0, "127.0.0.1", resolve));
  echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(async () => {
  echo.closeAllConnections();
  echo.close();
  await server.close();
});

const failure = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe("what is sent", () => {
  test.each([
    ["text", "Größe", "Größe"],
    ["bytes", new Uint8Array([98, 101, 108, 108]), "bell"],
    ["a form", new URLSearchParams({ a: "b c", d: "ü" }), "a=b+c&d=%C3%BC"],
  ])("comes as it was given: %s", async (_, given, text) => {
    const letter = { method: "POST", headers: { "X-Key": "1" }, body: given, visible: true } as const;
    const answer = await ask({ fetch, send }, echoUrl, letter);
    expect(JSON.parse(answer.text)).toMatchObject({
      method: "POST",
      text,
      headers: {
        "x-key": "1",
        "user-agent": "Carillon/test",
        "content-length": `${Buffer.byteLength(text)}`,
      },
    });
  });

  test("may name itself otherwise", async () => {
    const answer = await send(echoUrl, { method: "GET", headers: { "User-Agent": "Client/1" } });
    expect(JSON.parse(answer.text)).toMatchObject({ headers: { "user-agent": "Client/1" } });
  });

  test("says that a form is one", async () => {
    const letter = { method: "POST", headers: {}, body: new URLSearchParams("a=b"), visible: false } as const;
    const { text } = await ask({ fetch, send }, echoUrl, letter);
    expect(text).toContain("application/x-www-form-urlencoded;charset=UTF-8");
  });

  test("is a form with files by way of fetch", async () => {
    const form = new FormData();
    form.append("file", new Blob(["bell"]), "bell.png");
    const { text } = await ask({ fetch, send }, echoUrl, {
      method: "POST",
      headers: {},
      body: form,
      visible: false,
    });
    expect(text).toContain("multipart/form-data");
  });
});

describe("an answer", () => {
  test("is decompressed, and loses its byte order mark", async () => {
    server.serve("/zip", body(gzipSync("\u{feff}Größe"), { "content-encoding": "gzip" }));
    await expect(send(`${server.url}/zip`, get)).resolves.toMatchObject({ status: 200, text: "Größe" });
  });

  test("has its headers, also those that come twice", async () => {
    server.serve("/twice", (_, response) => {
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      response.setHeader("Retry-After", "90");
      response.end();
    });
    const { headers } = await send(`${server.url}/twice`, get);
    expect([headers.getSetCookie(), headers.get("retry-after")]).toEqual([["a=1", "b=2"], "90"]);
  });

  test("that sends on is not followed", async () => {
    server.serve("/moved", status(302, { location: "/zip" }));
    await expect(send(`${server.url}/moved`, get)).resolves.toMatchObject({ status: 302, text: "" });
  });

  test.each([
    ["comes too slowly", drip(20), "No answer came in time."],
    ["has no end", endless(), "The connection broke before an answer came (more than 20 MB came)."],
    ["is cut off", cutOff("bell", 10), expect.stringMatching(/^The connection broke before an answer came/)],
  ])("that %s may belong to a post that is live", async (_, manner, reason) => {
    server.serve("/bad", manner);
    const impatient = guardedSend({ ...name, allowPrivate: true, timeout: 1500 });
    const error = await failure(impatient(`${server.url}/bad`, get));
    expect(classifyNetwork(error)).toEqual({ kind: "lost", reason });
  });

  test("that does not come lets the program go on, and ends its connection", async () => {
    server.serve("/never", (request) => void request);
    const impatient = guardedSend({ ...name, allowPrivate: true, timeout: 100 });
    const before = await server.connections();
    await expect(impatient(`${server.url}/never`, get)).rejects.toMatchObject({ name: "TimeoutError" });
    await expect.poll(() => server.connections()).toBeLessThanOrEqual(before);
  });
});

describe("a request that never left", () => {
  test("is told from one that was lost: nobody listens", async () => {
    const error = await failure(send("http://127.0.0.1:1/", get));
    expect(classifyNetwork(error)).toMatchObject({
      kind: "down",
      reason: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test.each(["127.0.0.1", "localhost", "[::1]"])(
    "does not reach %s where that is not allowed",
    async (host) => {
      const before = server.requests.length;
      const guarded = guardedSend({ ...name, allowPrivate: false });
      const error = await failure(guarded(`http://${host}:${new URL(server.url).port}/`, get));
      expect(codesOf(error)).toContain("ERR_ADDRESS_BLOCKED");
      expect(server.requests).toHaveLength(before);
    },
  );

  test.each([
    ["an address that is none", "nowhere", {}],
    ["a header that is none", "http://127.0.0.1:1/", { authorization: "a\nb" }],
  ])("fails where it has %s", async (_, address, headers) => {
    await expect(send(address, { method: "GET", headers })).rejects.toBeInstanceOf(Error);
  });
});
