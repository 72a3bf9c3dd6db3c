import { Parser as Reader } from "htmlparser2";
import Parser from "rss-parser";
import { expect, test } from "vitest";
import { makePublished, makeReading } from "./fixtures.ts";
import { open, read } from "./visit.ts";

const receipt = {
  remoteId: "d",
  permalink: "https://bells.example.org/p/d-1",
  at: "2026-11-05T15:00:02.000Z",
};
const posts = [
  makePublished(
    { id: "d-2", receipt: { ...receipt, permalink: "https://bells.example.org/p/d-2" } },
    { language: "de", title: "Rundbrief" },
  ),
  makePublished({
    id: "d-1",
    receipt: { ...receipt, permalink: "https://old.example/p/d-1", at: "2026-11-04T15:00:00.000Z" },
  }),
];

interface Found {
  path: string;
  text: string;
  attributes: Record<string, string>;
}

/** Every element with its path, in order. */
function listElements(xml: string): Found[] {
  const found: Found[] = [];
  const around: Found[] = [];
  const reader = new Reader(
    {
      onopentag: (name, attributes) => {
        const element = {
          path: [...around.map((one) => one.path.split("/").at(-1)), name].join("/"),
          text: "",
          attributes,
        };
        found.push(element);
        around.push(element);
      },
      ontext: (text) => around.forEach((one) => (one.text += text)),
      onclosetag: () => void around.pop(),
    },
    { xmlMode: true },
  );
  reader.end(xml);
  return found;
}

test("the feed is Atom 1.0: each entry has an id, a title, times, a link and its language", async () => {
  const elements = listElements(await read(`${await open(makeReading(posts))}/feed.atom`));
  const texts = (path: string) => elements.filter((one) => one.path === path).map((one) => one.text);
  expect(elements[0]?.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" });
  expect(texts("feed/id")).toEqual(["https://bells.example.org/"]);
  expect(texts("feed/title")).toEqual(["Bells & Friends"]);
  expect(texts("feed/author/name")).toEqual(["Bells & Friends"]);
  expect(texts("feed/updated")).toEqual(["2026-11-05T15:00:02.000Z"]);
  expect(texts("feed/entry/id")).toEqual(["https://bells.example.org/p/d-2", "https://old.example/p/d-1"]);
  expect(texts("feed/entry/title")).toEqual(["Rundbrief", "The Bell Newsletter October 2026"]);
  expect(texts("feed/entry/updated")).toEqual(["2026-11-05T15:00:02.000Z", "2026-11-04T15:00:00.000Z"]);
  const entries = elements.filter((one) => one.path === "feed/entry");
  expect(entries.map((one) => one.attributes["xml:lang"])).toEqual(["de", "en"]);
  const links = elements.filter(
    (one) => one.path === "feed/entry/link" && one.attributes.rel === "alternate",
  );
  expect(links.map((one) => one.attributes.href)).toEqual([
    "https://bells.example.org/p/d-2",
    "https://bells.example.org/p/d-1",
  ]);
});

test("a feed reader understands it", async () => {
  const feed = await new Parser().parseString(await read(`${await open(makeReading(posts))}/feed.atom`));
  expect(feed.items.map((item) => item.title)).toEqual(["Rundbrief", "The Bell Newsletter October 2026"]);
  expect(feed.items[0]?.content).toContain(
    '<a href="https://news.example.org/blog/october/" rel="noopener">',
  );
  expect(feed.items[0]?.isoDate).toBe("2026-11-05T15:00:02.000Z");
});

test("hostile titles and characters that XML cannot hold do not break it", async () => {
  const title = `]]> <script>alert("&amp;")</script> \u0000\u0008\u001B\uFFFE\uD800 'end'`;
  const feed = await read(
    `${await open(makeReading([makePublished({}, { title, text: title })]))}/feed.atom`,
  );
  const titles = listElements(feed).filter((one) => one.path === "feed/entry/title");
  expect(titles.map((one) => one.text)).toEqual([`]]> <script>alert("&amp;")</script>  'end'`]);
  expect(feed).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  const content = (await new Parser().parseString(feed)).items[0]?.content;
  expect(content).toContain("&lt;script&gt;");
});

test("an empty feed is still a feed", async () => {
  const feed = await new Parser().parseString(await read(`${await open(makeReading())}/feed.atom`));
  expect([feed.title, feed.items]).toEqual(["Bells & Friends", []]);
});

test("an edit moves a post's time of change and keeps its id and its time of publishing", async () => {
  const edited = makePublished({
    receipt: { ...receipt, at: "2026-11-04T15:00:00.000Z", data: { updated: "2026-11-08T09:00:00.000Z" } },
  });
  const feed = await read(`${await open(makeReading([edited]))}/feed.atom`);
  expect(feed).toContain("<published>2026-11-04T15:00:00.000Z</published>");
  expect(feed.match(/<updated>2026-11-08T09:00:00.000Z<\/updated>/g)).toHaveLength(2);
  expect(feed).toContain("<id>https://bells.example.org/p/d-1</id>");
});

test("a reader that has the newest feed is answered with 304, by its tag or by its time", async () => {
  const address = `${await open(makeReading(posts))}/feed.atom`;
  const { headers } = await fetch(address);
  expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const tag = { "If-None-Match": headers.get("etag") ?? "" };
  const time = { "If-Modified-Since": headers.get("last-modified") ?? "" };
  const answers = await Promise.all(
    [tag, time, { ...time, "If-None-Match": '"other"' }].map((one) => fetch(address, { headers: one })),
  );
  expect(answers.map(({ status }) => status)).toEqual([304, 304, 200]);
});

test("after any post is taken back a reader is not told that nothing changed", async () => {
  const address = `${await open(makeReading(posts))}/feed.atom`;
  const known = (await fetch(address)).headers.get("last-modified") ?? "";
  const [newest, older] = posts;
  const gone = {
    ...older,
    delivery: { ...older?.delivery, state: "retracted", changedAt: "2026-11-09T08:00:00.000Z" },
  };
  const remaining = makeReading([newest, gone] as typeof posts);
  const headers = { "If-Modified-Since": known };
  expect((await fetch(`${await open(remaining)}/feed.atom`, { headers })).status).toBe(200);
});
