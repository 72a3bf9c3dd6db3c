import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { parseDocument, quoteFrom } from "../../src/source/parse.ts";
import { quote } from "../../src/source/quote.ts";
import { listShared, present, readShared } from "./shared-data.ts";

const base = "https://news.example.org/2026/";

const shown = async (html: string): Promise<string> => (await quote(html, base)).html;

test.each([
  ["<h1>One</h1><h3>Two</h3><h2>Three</h2>", "<h3>One</h3><h4>Two</h4><h4>Three</h4>"],
  ["<section><p dir=rtl class=x id=y style=z>a</p></section>", '<div><p dir="rtl">a</p></div>'],
  ["<ul><li>a<br>b</ul>", "<ul><li>a<br />b</li></ul>"],
  ["a <script>b</script><style>c</style><svg><text>d</text></svg><button>Sign in</button>e", "a e"],
  ["<form action=/x><input name=q>words</form>", "<div>words</div>"],
  ["<h2> </h2><a href=/x></a>a", "a"],
  ["&lt;b&gt; &amp; <b title=x>c</b>", "&lt;b&gt; &amp; <b>c</b>"],
])("%s is shown as %s", async (html, said) => {
  expect(await shown(html)).toBe(said);
});

test.each([
  ["/a?b=1#c", "https://news.example.org/a?b=1#c"],
  ["//other.example/x", "https://other.example/x"],
  ["mailto:a@b.example", "mailto:a@b.example"],
])("a link to %s leads to %s, which learns nothing of us", async (href, address) => {
  const said = await shown(`<a href="${href}" target=_top onclick=x()>a</a>`);
  expect(said).toBe(`<a href="${address}" rel="noopener noreferrer nofollow">a</a>`);
});

test.each([
  "javascript:x",
  " java\nscript:x",
  "data:text/html,x",
  "vbscript:x",
  "file:///x",
  "blob:x",
  "http://",
])("a link to %j leads nowhere", async (href) => {
  expect(await shown(`<a href="${href}">a</a>`)).toBe("<a>a</a>");
});

test.each([
  ['<img src=b.png alt="A bell">', `<a href="${base}b.png" rel="noopener noreferrer nofollow">[A bell]</a>`],
  ["<img src=b.png>", `<a href="${base}b.png" rel="noopener noreferrer nofollow">[b.png]</a>`],
  ['<img src="data:image/png,x" alt="&lt;b&gt;">', "<i>[&lt;b&gt;]</i>"],
  ["a<img src=count.gif width=1 height=1>b", "ab"],
  [
    "<a href=/x><img src=b.png alt=Bell> more</a>",
    '<a href="https://news.example.org/x" rel="noopener noreferrer nofollow"><i>[Bell]</i> more</a>',
  ],
])("a picture %s is words: %s", async (html, said) => {
  expect(await shown(html)).toBe(said);
});

test("what is longer than any newsletter is cut, and says so", async () => {
  const { html, cut } = await quote("<p>word</p>".repeat(30_000), base);
  expect([html.length < 200_100, cut]).toEqual([true, true]);
  expect((await quote("<p>word</p>", base)).cut).toBe(false);
});

const tags = new Set(
  "a abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small strong sub sup table tbody td tfoot th thead tr u ul".split(
    " ",
  ),
);

/** What of a quotation could look, act or load. */
function dangersOf(html: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!tags.has(name)) found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes))
        if (!(["rel", "dir"].includes(key) || (key === "href" && /^(https?:|mailto:)/.test(value))))
          found.push(`${name} ${key}=${value}`);
    },
    oncomment: (text) => found.push(text),
    onprocessinginstruction: (_, text) => found.push(text),
  });
  parser.end(html);
  return found;
}

const broken = `< > " ' / = a <a href= javascript: <svg <math <style <title <p <img src=x onerror=alert(1) </ <!-- --> <![CDATA[ ]]> <textarea
  <noscript &#x3c; <script <iframe srcdoc= <form id=x <input name=y style=z class=w hx-get=/x <xmp <h1`;

test("nothing that looks, acts or loads comes through, however markup is broken", async () => {
  const pieces = constantFrom(...broken.split(/\s+/), " ", "\0");
  await assert(
    asyncProperty(array(pieces, { maxLength: 40 }), async (parts) => {
      expect(dangersOf(await shown(parts.join("")))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

describe.skipIf(!present)("real and hostile documents", () => {
  const documents = listShared("feeds-torture/robustness").map((file) => ({
    file,
    bytes: readShared(`feeds-torture/robustness/${file}`),
  }));

  test("give quotations without danger", async () => {
    const feeds = readShared("feeds-torture/feeds.jsonl").toString().split("\n").filter(Boolean);
    const more = feeds.map((line) => {
      const { file, b64 } = JSON.parse(line) as { file: string; b64: string };
      return { file, bytes: Buffer.from(b64, "base64") };
    });
    for (const { file, bytes } of [...documents, ...more]) {
      const html = await shown(bytes.toString().replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
      expect({ file, dangers: dangersOf(html) }).toEqual({ file, dangers: [] });
    }
    console.log(`${documents.length + more.length} documents quoted`);
  });

  test("are answered in time, whatever they hold, with the entry or a sentence", async () => {
    const wanted = { id: "x", url: "https://x.example/", title: "x", published: null };
    const about = { contentType: null, url: "https://x.example/feed", source: "x" };
    for (const { bytes } of documents)
      expect((await quoteFrom(bytes, about, wanted)).kind).toMatch(/^(quote|failed)$/);
  });

  test("an issue is found in its feed, whole and with its headings in order", async () => {
    const bytes = readShared("feed/feed.xml");
    const about = { contentType: null, url: "https://xmpp.org/blog/index.xml", source: "x" };
    const read = await parseDocument(bytes, about);
    const [issue] = read.kind === "entries" ? read.entries.filter(({ newsletter }) => newsletter) : [];
    const found = await quoteFrom(bytes, about, issue!);
    const html = found.kind === "quote" ? (found.quote?.html ?? "") : "";
    const levels = Array.from(html.matchAll(/<h(\d)/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(3);
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 2) + 1)).toBe(true);
    expect([html.length > 2000, dangersOf(html)]).toEqual([true, []]);
  });
});
