import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { findHub, isFromHub } from "../../src/source/hub.ts";

const url = "https://news.example/feed.xml";

it("finds a feed's hub in its headers before the feed itself", () => {
  const link = `<https://hub.example/>; rel="hub preconnect", <https://news.example/atom>; rel=self`;
  expect(findHub(link, `<feed><link rel="hub" href="https://other.example/"/></feed>`, url)).toEqual({
    hub: "https://hub.example/",
    topic: "https://news.example/atom",
  });
});

it("finds it in Atom, RSS and JSON, and not in what an entry links to", () => {
  const rss = `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://news.example/</link><atom:link rel="hub" href="https://hub.example/"/><atom:link rel='self' href="/rss.xml"/></channel></rss>`;
  expect(findHub(null, rss, url)).toEqual({
    hub: "https://hub.example/",
    topic: "https://news.example/rss.xml",
  });
  const entry = `<feed><entry><link rel="hub" href="https://evil.example/"/></entry></feed>`;
  expect(findHub(null, entry, url)).toEqual({ hub: null, topic: url });
  const json = JSON.stringify({ feed_url: url, hubs: [{ type: "WebSub", url: "https://hub.example/" }] });
  expect(findHub(null, json, url)).toEqual({ hub: "https://hub.example/", topic: url });
  expect(findHub("<javascript:alert(1)>; rel=hub", "{", url)).toEqual({ hub: null, topic: url });
});

it("believes a hub's letter that is signed with the secret", () => {
  const body = Buffer.from("<feed/>");
  const signed = (method: string, secret: string) => ({
    headers: { "x-hub-signature": `${method}=${createHmac(method, secret).update(body).digest("hex")}` },
    body,
  });
  expect(["sha1", "sha256", "sha384", "sha512"].map((one) => isFromHub(signed(one, "s"), "s"))).not.toContain(
    false,
  );
  expect(isFromHub(signed("sha256", "other"), "s")).toBe(false);
  expect(isFromHub(signed("md5", "s"), "s")).toBe(false);
  expect(isFromHub({ headers: {}, body }, "s")).toBe(false);
});
