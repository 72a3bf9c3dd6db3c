import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf } from "../../src/channel/failure.ts";
import { isPublic } from "../../src/source/address.ts";
import { guardedFetch } from "../../src/source/guard.ts";
import { userAgent } from "../../src/source/user-agent.ts";
import { body, drip, type FeedServer, startFeedServer } from "../bench/feed-server.ts";

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

const words = (text: string): string[] => text.trim().split(/\s+/);

const name = { userAgent: "Carillon/test" };
const unguarded = guardedFetch({ ...name, allowPrivate: true });
const guarded = guardedFetch({ ...name, allowPrivate: false });

describe("an address", () => {
  const closed = `
    127.0.0.1 127.8.8.8 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1
    0.0.0.0 224.0.0.1 255.255.255.255 240.0.0.1 192.0.2.1 198.18.0.1
    :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 fec0::1 2001:db8::1
    ::ffff:127.0.0.1 ::ffff:a00:1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:1::808:808
    2002:7f00:1:: 2002:c0a8:101:: 2001:0:1:: 100::1 nonsense`;
  it.each(words(closed))("%s is not public", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  const open =
    "8.8.8.8 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::";
  it.each(words(open))("%s is public", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe("a guarded fetch", () => {
  const port = () => new URL(server.url).port;

  it.each(["127.0.0.1", "0x7f.1", "2130706433", "0", "[::1]", "[::ffff:127.0.0.1]", "localhost"])(
    "does not reach %s",
    async (host) => {
      const before = server.requests.length;
      const error: unknown = await guarded(`http://${host}:${port()}/`).catch((reason: unknown) => reason);
      expect(codesOf(error)).toContain("ERR_ADDRESS_BLOCKED");
      expect(String(error instanceof Error && error.cause)).toContain("set network.allowPrivate to true");
      expect(server.requests).toHaveLength(before);
    },
  );

  it("names this program, unless the caller names itself", async () => {
    server.serve("/", body("ok"));
    await unguarded(server.url);
    await unguarded(server.url, { headers: { "User-Agent": "Client/1" } });
    await unguarded(new Request(server.url, { headers: { accept: "text/plain" } }));
    expect(server.requests.slice(-3).map(({ headers }) => headers["user-agent"])).toEqual([
      "Carillon/test",
      "Client/1",
      "Carillon/test",
    ]);
    expect(server.requests.at(-1)?.headers.accept).toBe("text/plain");
  });

  it("sends forms as the runtime makes them", async () => {
    server.serve("/", body("ok"));
    const form = new FormData();
    form.append("file", new Blob(["bell"]), "bell.png");
    const answer = await unguarded(server.url, { method: "POST", body: form });
    expect(await answer.text()).toBe("ok");
    expect(server.requests.at(-1)?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  });

  it("gives up in time, also in the middle of a body", async () => {
    server.serve("/drip", drip(20));
    const impatient = guardedFetch({ ...name, allowPrivate: true, timeout: 200 });
    const answer = await impatient(`${server.url}/drip`);
    await expect(answer.text()).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("ends when the caller says so", async () => {
    server.serve("/drip", drip(20));
    await expect(unguarded(`${server.url}/drip`, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

it("this program's name has its version and an address", () => {
  expect(userAgent("https://social.example.org")).toMatch(
    /^Carillon\/\d+\.\d+\.\d+ \(\+https:\/\/social\.example\.org\)$/,
  );
});
