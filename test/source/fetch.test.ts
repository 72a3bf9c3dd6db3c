import { createHash } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FetchOptions } from "../../src/source/exchange.ts";
import { fetchDocument } from "../../src/source/fetch.ts";
import { guardedDispatcher } from "../../src/source/guard.ts";
import {
  body,
  conditional,
  cutOff,
  drip,
  endless,
  type FeedServer,
  gzipBomb,
  startFeedServer,
  status,
} from "../bench/feed-server.ts";

const now = new Date("2026-08-16T12:00:00Z");
const feed = "<rss version='2.0'><channel><title>Größe</title></channel></rss>";

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

function get(path: string, options: Partial<FetchOptions> = {}) {
  return fetchDocument(server.url + path, {
    validators: null,
    dispatcher: guardedDispatcher(true),
    userAgent: "Carillon/test (+https://social.example.org)",
    now,
    ...options,
  });
}

const failure = (reason: RegExp) => ({ kind: "failed", reason: expect.stringMatching(reason) });

describe("a document", () => {
  it("comes with its bytes, type, address and validators", async () => {
    server.serve("/feed", conditional(feed));
    const fetched = await get("/feed");
    expect(fetched).toMatchObject({
      kind: "document",
      contentType: "application/rss+xml",
      url: `${server.url}/feed`,
      validators: {
        etag: expect.stringMatching(/^"[0-9a-f]{16}"$/),
        lastModified: "Mon, 05 Jan 2026 00:00:00 GMT",
        bodyHash: createHash("sha256").update(feed).digest("hex"),
      },
    });
    expect(fetched.kind === "document" && Buffer.from(fetched.bytes).toString()).toBe(feed);
  });

  it("is asked for under an honest name, with feeds preferred", async () => {
    server.serve("/headers", body(feed));
    await get("/headers");
    expect(server.requests.at(-1)?.headers).toMatchObject({
      "user-agent": "Carillon/test (+https://social.example.org)",
      accept: expect.stringContaining("application/atom+xml"),
    });
  });

  it.each([
    ["gzip", gzipSync(feed)],
    ["x-gzip", gzipSync(feed)],
    ["deflate", deflateSync(feed)],
    ["deflate", deflateRawSync(feed)],
    ["br", brotliCompressSync(feed)],
    ["zstd", zstdCompressSync(feed)],
    ["deflate, gzip", gzipSync(deflateSync(feed))],
    ["identity", Buffer.from(feed)],
  ])("is decompressed from %s", async (encoding, bytes) => {
    server.serve("/compressed", body(bytes, { "content-encoding": encoding }));
    const fetched = await get("/compressed");
    expect(fetched.kind === "document" && Buffer.from(fetched.bytes).toString()).toBe(feed);
  });

  it("is decompressed even where the server does not say that it is compressed", async () => {
    server.serve("/feed.gz", body(gzipSync(feed)));
    const fetched = await get("/feed.gz");
    expect(fetched.kind === "document" && Buffer.from(fetched.bytes).toString()).toBe(feed);
  });

  it("is asked for with the name and password of its address, which nobody is told", async () => {
    server.serve("/private", body(feed));
    const url = server.url.replace("//", "//team:p%40ss@");
    const fetched = await fetchDocument(`${url}/private`, {
      validators: null,
      dispatcher: guardedDispatcher(true),
      userAgent: "t",
      now,
    });
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Basic ${btoa("team:p@ss")}`);
    expect(fetched).toMatchObject({ kind: "document", url: `${server.url}/private` });
  });
});

describe("an unchanged document", () => {
  it("is known by its ETag", async () => {
    server.serve("/etag", conditional(feed));
    const first = await get("/etag");
    const validators = first.kind === "document" ? { ...first.validators, lastModified: null } : null;
    expect(await get("/etag", { validators })).toMatchObject({
      kind: "unchanged",
      validators: { etag: validators?.etag },
    });
  });

  it("is known by its date", async () => {
    server.serve("/date", conditional(feed));
    const validators = { etag: null, lastModified: "Mon, 05 Jan 2026 00:00:00 GMT", bodyHash: "x" };
    expect(await get("/date", { validators })).toMatchObject({
      kind: "unchanged",
      validators: { bodyHash: "x" },
    });
  });

  it("is known by its bytes where the server knows nothing of conditions", async () => {
    server.serve("/plain", body(feed));
    const first = await get("/plain");
    const validators = first.kind === "document" ? first.validators : null;
    expect(await get("/plain", { validators })).toMatchObject({ kind: "unchanged", validators });
  });
});

describe("a server's wish to be left alone", () => {
  it.each([
    [429, "120", "2026-08-16T12:02:00.000Z"],
    [503, "Sun, 16 Aug 2026 13:00:00 GMT", "2026-08-16T13:00:00.000Z"],
    [429, "99999999999", "2026-08-23T12:00:00.000Z"],
    [304, "60", "2026-08-16T12:01:00.000Z"],
    [200, "3600", "2026-08-16T13:00:00.000Z"],
  ])("is heard with status %i and Retry-After %s", async (code, wait, until) => {
    server.serve("/wait", status(code, { "retry-after": wait }));
    const fetched = await get("/wait", { validators: { etag: '"a"', lastModified: null, bodyHash: null } });
    expect(fetched.retryAt?.toISOString()).toBe(until);
  });

  it.each(["soon", "-5", "0", "Sun, 16 Aug 2020 13:00:00 GMT"])("is not invented from %s", async (wait) => {
    server.serve("/wait", status(503, { "retry-after": wait }));
    expect(await get("/wait")).toMatchObject({ kind: "failed", retryAt: null });
  });
});

describe("redirects", () => {
  it("are followed, relative ones too, up to five", async () => {
    for (let hop = 0; hop < 5; hop++)
      server.serve(`/hop${hop}`, status(302, { location: `./hop${hop + 1}` }));
    server.serve("/hop5", body(feed));
    expect(await get("/hop0")).toMatchObject({ kind: "document", url: `${server.url}/hop5` });
  });

  it("without end are given up", async () => {
    server.serve("/loop", status(301, { location: "/loop" }));
    expect(await get("/loop")).toMatchObject(failure(/sends on .* without end/));
    expect(server.requests.filter(({ path }) => path === "/loop")).toHaveLength(6);
  });

  it.each(["file:///etc/passwd", "ftp://example.org/x", "http://[", "javascript:alert(1)"])(
    "to %s are refused",
    async (location) => {
      server.serve("/astray", status(302, { location }));
      expect(await get("/astray")).toMatchObject(failure(/not an address/));
    },
  );

  it("into the operator's network are refused", async () => {
    const fetched = await fetchDocument("http://0x7f.1/", {
      validators: null,
      dispatcher: guardedDispatcher(false),
      userAgent: "t",
      now,
    });
    expect(fetched).toMatchObject(failure(/network\.allowPrivate/));
  });
});

describe("a hostile server", () => {
  it("that drips is left in time, and its connection closed", async () => {
    server.serve("/drip", drip(20));
    const start = performance.now();
    expect(await get("/drip", { timeLimit: 300 })).toMatchObject(failure(/within 0\.3 s/));
    expect(performance.now() - start).toBeLessThan(5000);
    await expect.poll(() => server.connections()).toBeLessThanOrEqual(1);
  });

  it("that redirects to a drip gets no more time", async () => {
    server.serve("/slowly", status(302, { location: "/drip" }));
    server.serve("/drip", drip(20));
    expect(await get("/slowly", { timeLimit: 300 })).toMatchObject(failure(/within 0\.3 s/));
  });

  it("that never ends is left at the limit", async () => {
    server.serve("/endless", endless());
    const start = performance.now();
    expect(await get("/endless")).toMatchObject(failure(/more than 20 MB/));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("that sends a bomb does not get it unpacked", async () => {
    server.serve("/bomb", gzipBomb(200));
    const before = process.memoryUsage().rss;
    expect(await get("/bomb")).toMatchObject(failure(/more than 20 MB/));
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it("that breaks off is no document", async () => {
    server.serve("/short", cutOff(feed, 100));
    expect(await get("/short")).toMatchObject(failure(/broke off .* tried again/));
  });

  it.each([
    ["damaged", Buffer.from("nonsense"), "gzip"],
    ["cut off", gzipSync(feed.repeat(100)).subarray(0, 60), "gzip"],
    ["of an unknown kind", Buffer.from(feed), "compress"],
  ])("whose compression is %s is no document", async (_, bytes, encoding) => {
    server.serve("/damaged", body(bytes, { "content-encoding": encoding }));
    expect(await get("/damaged")).toMatchObject(failure(/cannot be decompressed/));
  });
});

describe("what goes wrong", () => {
  it.each([
    [404, /nothing is at this address/, false],
    [410, /gone for good/, true],
    [403, /does not let Carillon in/, false],
    [500, /fault of its own/, false],
    [204, /not a document/, false],
  ])("with status %i is said in a sentence", async (code, reason, gone) => {
    server.serve("/status", status(code));
    expect(await get("/status")).toMatchObject({ ...failure(reason), gone });
  });

  it.each([
    ["nowhere", /not a web address/],
    ["mailto:a@example.org", /not a web address/],
    ["http://name.invalid/", /no server called name\.invalid|could not be reached/],
    ["http://127.0.0.1:1/key=secret", /could not be reached or broke off \(ECONNREFUSED\)/],
  ])("at %s is said in a sentence without the address's secrets", async (url, reason) => {
    const fetched = await fetchDocument(url, {
      validators: null,
      dispatcher: guardedDispatcher(true),
      userAgent: "t",
      now,
    });
    expect(fetched).toMatchObject(failure(reason));
    expect(JSON.stringify(fetched)).not.toContain("secret");
  });
});
