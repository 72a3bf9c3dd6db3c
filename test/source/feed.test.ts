import { describe, expect, it } from "vitest";
import { readXmlFeed } from "../../src/source/feed.ts";
import type { RawFeed, RawItem } from "../../src/source/raw-feed.ts";

const url = "https://example.org/feeds/all.xml";

async function read(xml: string): Promise<RawFeed> {
  const reading = await readXmlFeed(xml, url);
  expect(reading.kind).toBe("feed");
  return (reading as { feed: RawFeed }).feed;
}

const first = async (xml: string): Promise<RawItem> => (await read(xml)).items[0]!;
const atom = (entry: string, attributes = ""): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>T</title><entry>${entry}</entry></feed>`;
const rss = (item: string, attributes = 'version="2.0"'): string =>
  `<rss ${attributes}><channel><title>T</title><link>/</link><item>${item}</item></channel></rss>`;

describe("an item's text", () => {
  it.each([
    [
      "XHTML, in its order",
      `<content type="xhtml"><div>one <b>two</b> three</div></content>`,
      "<div>one <b>two</b> three</div>",
    ],
    [
      "prefixed XHTML",
      `<content type="xhtml"><h:p xmlns:h="http://www.w3.org/1999/xhtml">a<h:br/>b</h:p></content>`,
      "<p>a<br>b</p>",
    ],
    ["escaped HTML", `<content type="html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>`, "<p>a &amp; b</p>"],
    ["plain text", `<content type="text">a &lt;b&gt; c</content>`, "a &lt;b&gt; c"],
    ["HTML that says nothing of its type", `<content>&lt;p&gt;a&lt;/p&gt;</content>`, "<p>a</p>"],
    ["Base64", `<content type="text/html" mode="base64">PHA+YTwvcD4=</content>`, "<p>a</p>"],
    ["a summary where there is no more", `<summary type="html">&lt;p&gt;a&lt;/p&gt;</summary>`, "<p>a</p>"],
    ["no picture's bytes", `<content type="image/png">iVBORw0KGgo=</content>`, ""],
    [
      "several pieces of CDATA",
      `<content type="html"><![CDATA[<p>]]>a<![CDATA[</p>]]></content>`,
      "<p>a</p>",
    ],
    ["what would end CDATA", `<content type="html">a]]&gt;b</content>`, "a]]>b"],
  ])("may be %s", async (_, content, html) => {
    expect((await first(atom(content))).html).toBe(html);
  });

  it("is the full one, with the shorter beside it", async () => {
    const item = await first(rss("<description>short</description><content:encoded>long</content:encoded>"));
    expect(item).toMatchObject({ html: "long", summary: "short" });
  });

  it("loses control characters and keeps emoji", async () => {
    expect((await first(rss("<description>a\u0000\u0008\ufffeb\ud800 🔔&#x0;</description>"))).html).toBe(
      "ab 🔔\ufffd",
    );
  });
});

describe("a title", () => {
  it.each([
    ["<title type='html'>A &lt;em&gt;big&lt;/em&gt; day</title>", "A big day"],
    ["<title type='xhtml'><div>A <em>big</em> day</div></title>", "A big day"],
    ["<title>A &lt;em&gt; day</title>", "A <em> day"],
    ["<title>  Two\n  lines </title>", "Two lines"],
    ["<title type='html'>vector&lt;int&gt; &amp;amp; more</title>", "vector<int> & more"],
  ])("%s is one line of text", async (title, text) => {
    expect((await first(atom(title))).title).toBe(text);
  });

  it.each([
    ["AT&amp;amp;T &amp;eacute;", "AT&T é"],
    ["AT&T caf&eacute;", "AT&T café"],
    ["<![CDATA[A &amp; B]]>", "A & B"],
  ])("%s of RSS is read as its writer meant it", async (title, text) => {
    expect((await first(rss(`<title>${title}</title>`))).title).toBe(text);
  });
});

describe("an item's address", () => {
  it("is the alternate one, absolute", async () => {
    const links = `<link rel="self" href="/self"/><link rel="enclosure" href="/a.mp3"/><link href="post"/>`;
    expect((await first(atom(links))).link).toBe("https://example.org/feeds/post");
  });

  it("follows xml:base", async () => {
    const item = await first(
      atom(`<link href="post" xml:base="/2026/"/><content>x</content>`, 'xml:base="https://xmpp.org/"'),
    );
    expect(item).toMatchObject({ link: "https://xmpp.org/2026/post", base: "https://xmpp.org/" });
  });

  it.each([
    ["<link>https://a.org/1</link><guid>https://a.org/2</guid>", "https://a.org/1"],
    ["<guid>https://a.org/2</guid>", "https://a.org/2"],
    ['<guid isPermaLink="false">https://a.org/2</guid>', null],
    ['<atom:link href="https://a.org/3"/>', "https://a.org/3"],
    ["<link> \n https://a.org/1\n</link>", "https://a.org/1"],
    ["<link/>", null],
    ["<link> </link>", null],
  ])("of %s is %s", async (item, link) => {
    expect((await first(rss(`${item}<title>t</title>`))).link).toBe(link);
  });
});

describe("dates", () => {
  it("of an entry that cannot be read cost only that date", async () => {
    const item = await first(
      atom("<published>soon</published><updated>2026-01-05T00:00:00Z</updated><id>a</id>"),
    );
    expect(item).toMatchObject({ id: "a", published: null, updated: "2026-01-05T00:00:00.000Z" });
  });

  it.each([
    "<pubDate>Mon, 05 Jan 2026 00:00:00 GMT</pubDate>",
    "<dc:date>2026-01-05</dc:date>",
    '<d:issued xmlns:d="http://purl.org/dc/terms/">2026-01-05</d:issued>',
    "<created>2026-01-05</created>",
  ])("are found in %s", async (date) => {
    expect((await first(rss(date))).published).toBe("2026-01-05T00:00:00.000Z");
  });
});

describe("feeds that are not quite as they should be", () => {
  it.each([
    [
      "a prefix for Atom",
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>1</a:id><a:title>t</a:title></a:entry></a:feed>`,
    ],
    ["RSS without a version", rss("<guid>1</guid><title>t</title>", "")],
    ["RSS without a channel", "<rss><item><guid>1</guid><title>t</title></item></rss>"],
    [
      "RDF",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="1"><title>t</title></item></rdf:RDF>`,
    ],
    ["a link without attributes", atom("<link/><id>1</id><title>t</title>")],
    [
      "a document type",
      `<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>${rss("<guid>1</guid><title>t</title>")}`,
    ],
    [
      "a warning before it",
      `<br />\n<b>Warning</b>: x in <b>y.php</b><br />\n<?xml version="1.0"?>${rss("<guid>1</guid><title>t</title>")}`,
    ],
    [
      "an item's source, which has a title too",
      atom("<source><title>no</title><id>0</id></source><id>1</id><title>t</title>"),
    ],
    [
      "an empty entry beside it",
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>t</title></entry><entry/></feed>`,
    ],
  ])("are read: %s", async (_, xml) => {
    expect(await first(xml)).toMatchObject({ id: "1", title: "t" });
  });

  it.each([
    ["cut off", rss("<title>t</title>").slice(0, -10)],
    ["cut off", rss("<title><![CDATA[t</title>")],
    ["too deep", rss("<b>".repeat(5000))],
    ["no feed", "<html><body><p>Hello</p></body></html>"],
    ["no feed", "hello"],
  ])("are refused where they are %s", async (fault, xml) => {
    expect(await readXmlFeed(xml, url)).toEqual({ kind: "failed", fault });
  });

  it("bring no property of their own making", async () => {
    const item = await first(
      rss("<__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor><title>t</title>"),
    );
    expect(item.title).toBe("t");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

it("an item's people, tags, picture and language are read", async () => {
  const item = await first(
    atom(
      `<author><name>Tom &amp; Jo</name><email>t@example.org</email></author><category term="xmpp"/><category term="news"/>
      <link rel="enclosure" type="image/png" href="/a.png"/><title xml:lang="de">t</title>`,
      'xml:lang="en"',
    ),
  );
  expect(item).toMatchObject({
    author: "Tom & Jo",
    tags: ["xmpp", "news"],
    image: "https://example.org/a.png",
  });
});

it("a language is an item's own only where it differs from the feed's", async () => {
  const feed = await read(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry xml:lang="de"><id>1</id></entry><entry><id>2</id></entry></feed>`,
  );
  expect([feed.language, ...feed.items.map(({ language }) => language)]).toEqual(["en", "de", null]);
});
