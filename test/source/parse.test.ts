import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, describe, expect, it } from "vitest";
import { createParser, type Parsed } from "../../src/source/parse.ts";
import { measure } from "../fixtures/effort.ts";
import { listShared, present, readShared } from "./shared-data.ts";

const about = { contentType: null, url: "https://example.org/feed.xml", source: "newsletter" };
const parser = createParser();
afterAll(() => parser.close());

const head =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://example.org/</link>';
const tail = "</channel></rss>";
const feed = (items: string): string => head + items + tail;
const item = (text: string): string =>
  feed(
    `<item><title>t</title><link>https://example.org/1</link><description><![CDATA[${text}]]></description></item>`,
  );

interface Measured {
  readonly parsed: Parsed;
  /** Milliseconds of the processor's time, of all threads. */
  readonly ms: number;
  /** The longest time for which this thread did nothing else. */
  readonly lag: number;
}

/** The first document of a parser also waits for its thread. */
async function parse(document: string | Uint8Array): Promise<Measured> {
  await parser.parseDocument(Buffer.from(item("x")), about);
  const bytes = Buffer.from(document);
  const resolution = 5;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const before = process.cpuUsage();
  const { made: parsed, took: own } = await measure(() => parser.parseDocument(bytes, about));
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  // Nobody is held up for longer than this thread worked: the rest is a machine that does much else.
  const lag = Math.min(own, Math.max(0, delay.max / 1e6 - resolution));
  return { parsed, ms: (user + system) / 1000, lag };
}

/** What is wrong with how a document ended: it took longer than two seconds, held up the rest, or ended in no sentence. */
function faultsOf({ parsed, ms, lag }: Measured): string[] {
  const said = parsed.kind === "entries" ? "Entries, as many as there are." : parsed.reason;
  return [
    ...(ms < 2000 ? [] : [`took ${ms} ms`]),
    ...(lag < 50 ? [] : [`held up the rest for ${lag} ms`]),
    ...(/^[A-Z].{20,300}$/.test(said) ? [] : [said]),
  ];
}

// A machine busy with other things may hold up anybody for a moment.
describe("a hostile document", { retry: 2 }, () => {
  const cases: Readonly<Record<string, () => string>> = {
    "200 KB of <": () => item("<".repeat(200_000)),
    "150 KB of a<p": () => item("a<p".repeat(50_000)),
    "150 KB of a<p in a title": () => feed(`<item><title>${"a&lt;p".repeat(50_000)}</title></item>`),
    "1 MB of &": () => item("&".repeat(1_000_000)),
    "HTML nested 10,000 deep": () => item(`${"<div>".repeat(10_000)}x${"</div>".repeat(10_000)}`),
    "XML nested 10,000 deep": () => feed(`<item><description>${"<div>".repeat(10_000)}</description></item>`),
    "end tags without a start": () => feed("<a>".repeat(1000) + "</b>".repeat(200_000)),
    "a comment of 10 MB": () => feed(`<!--${"x".repeat(10_000_000)}-->`),
    "a text of 10 MB": () => item("<p>hello</p>\n".repeat(770_000)),
    "50,000 attributes": () =>
      feed(
        `<item ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(" ")}><title>t</title></item>`,
      ),
    "20,000 namespaces": () =>
      feed(Array.from({ length: 20_000 }, (_, at) => `<a xmlns:a${at}="x"/>`).join("")),
    "10,000 items": () => feed("<item><title>t</title><description>text</description></item>".repeat(10_000)),
    "a date of 100,000 digits": () => feed(`<item><pubDate>${"1".repeat(100_000)}</pubDate></item>`),
    "a web page of 100,000 links": () =>
      `<!DOCTYPE html><html><head>${'<link rel="alternate" '.repeat(100_000)}`,
    "an open CDATA section of 10 MB": () => `${head}<item><title><![CDATA[${"]".repeat(10_000_000)}`,
    "random bytes": () =>
      Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 251)).toString("latin1"),
  };

  it.each(Object.entries(cases))(
    "of %s is done with in two seconds, beside everything else",
    async (name, make) => {
      const measured = await parse(make());
      console.log(`${name}: ${measured.ms.toFixed(0)} ms, lag ${measured.lag.toFixed(0)} ms`);
      expect(faultsOf(measured)).toEqual([]);
    },
  );

  it("that takes too long is given up, and the next one is read", async () => {
    const hasty = createParser({ time: () => 1 });
    const slow = await hasty.parseDocument(Buffer.from(item("<p>hello</p>".repeat(20_000))), about);
    expect(slow).toMatchObject({ kind: "failed", reason: expect.stringMatching(/takes too long/) });
    await hasty.close();
    expect((await parse(item("x"))).parsed.kind).toBe("entries");
  });

  it("that needs too much memory is given up, and the next one is read", async () => {
    const small = createParser({ memory: 24, time: () => 20_000 });
    const large = await small.parseDocument(Buffer.from(item("<p>hello</p>\n".repeat(2_000_000))), about);
    expect(large).toMatchObject({ kind: "failed", reason: expect.stringMatching(/too much memory/) });
    expect(await small.parseDocument(Buffer.from(item("x")), about)).toMatchObject({ kind: "entries" });
    await small.close();
  });
});

describe.runIf(present)("the broken documents that others met", () => {
  it.each(listShared("feeds-torture/robustness/"))("%s ends in entries or a sentence", async (file) => {
    expect(faultsOf(await parse(readShared(`feeds-torture/robustness/${file}`)))).toEqual([]);
  });
});

describe("what is no feed", () => {
  it.each([
    [
      "a web page",
      "<!DOCTYPE html><html><head><title>Hi</title></head></html>",
      /a web page, not a feed\. Look for a link/,
    ],
    [
      "a web page that names its feed",
      '<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>',
      /It names this feed.*: https:\/\/example\.org\/rss\.xml$/,
    ],
    ["an error in JSON", '{"error":"rate limited"}', /JSON, but not with a JSON Feed/],
    ["half of some JSON", '{"items":[{"id"', /JSON that is cut off/],
    ["nothing", "", /is empty/],
    ["white space", " \n\t ", /is empty/],
    ["zeros", "\0".repeat(1000), /is empty/],
    ["text", "Hello", /no RSS, Atom, RDF or JSON Feed/],
    ["half of a feed", item("x").slice(0, -30), /ends in the middle/],
  ])("%s is said in a sentence", async (_, document, reason) => {
    expect(await parser.parseDocument(Buffer.from(document), about)).toEqual({
      kind: "failed",
      reason: expect.stringMatching(reason),
    });
  });
});

describe("the parser's thread", () => {
  it("reads documents one after the other, each answered for itself", async () => {
    const documents = ["a", "b", "c"].map((title) => feed(`<item><title>${title}</title></item>`));
    const parsed = await Promise.all(documents.map((one) => parser.parseDocument(Buffer.from(one), about)));
    expect(parsed.map((one) => one.kind === "entries" && one.entries[0]?.title)).toEqual(["a", "b", "c"]);
  });

  it("comes back after it was ended for want of work", async () => {
    const idle = createParser({ idle: 1 });
    await idle.parseDocument(Buffer.from(item("x")), about);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await idle.parseDocument(Buffer.from(item("x")), about)).toMatchObject({ kind: "entries" });
    await idle.close();
  });

  it("gives every entry of a long feed, in order", async () => {
    const items = Array.from({ length: 103 }, (_, at) => `<item><guid>${at}</guid></item>`);
    const parsed = await parser.parseDocument(Buffer.from(feed(items.join(""))), about);
    const ids = parsed.kind === "entries" ? parsed.entries.map(({ id }) => Number(id)) : [];
    expect(ids).toEqual(Array.from({ length: 103 }, (_, at) => at));
  });
});
