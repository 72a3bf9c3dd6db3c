import { expect, it } from "vitest";
import { readJsonFeed } from "../../src/source/json-feed.ts";

const url = "https://example.org/feed.json";
const item = {
  id: 7,
  url: "/post",
  title: " A  post ",
  content_text: "one & two\n\nthree",
  summary: "short",
  date_published: "2026-01-05T00:00:00+01:00",
  tags: ["xmpp", 3, null],
  authors: [{ name: "emus" }],
  image: "a.png",
  language: "de",
};

it.each(["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1", "1.1", undefined])(
  "a JSON Feed is read with version %s",
  (version) => {
    const feed = readJsonFeed(
      JSON.stringify({ version, title: "T", home_page_url: "/", language: "en", items: [item] }),
      url,
    );
    expect(feed).toEqual({
      title: "T",
      link: "https://example.org/",
      language: "en",
      items: [
        {
          id: "7",
          link: "https://example.org/post",
          title: "A post",
          published: "2026-01-04T23:00:00.000Z",
          updated: null,
          html: "<p>one &amp; two</p>\n<p>three</p>",
          base: url,
          summary: "<p>short</p>",
          tags: ["xmpp", "3"],
          author: "emus",
          image: "https://example.org/a.png",
          language: "de",
        },
      ],
    });
  },
);

it.each(['{"error":"rate limited"}', "[]", '{"items":{}}', "null"])("%s is no feed", (text) => {
  expect(readJsonFeed(text, url)).toBeUndefined();
});

it("fields of the wrong kind are left out", () => {
  const feed = readJsonFeed('{"items":[{"id":[],"url":{},"title":1,"tags":"x","authors":{}},null,3]}', url);
  expect(feed?.items).toMatchObject([{ id: null, link: null, title: "1", tags: [], author: null, html: "" }]);
});
