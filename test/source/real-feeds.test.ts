import { afterAll, describe, expect, it } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { createParser } from "../../src/source/parse.ts";
import { listShared, present, readShared } from "./shared-data.ts";

const parser = createParser();
afterAll(() => parser.close());

async function read(path: string): Promise<readonly Entry[]> {
  const about = {
    contentType: "application/xml",
    url: "https://xmpp.org/feeds/all.atom.xml",
    source: "newsletter",
  };
  const parsed = await parser.parseDocument(readShared(path), about);
  return parsed.kind === "entries" ? parsed.entries : [];
}

const written = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(([, text = ""]) => text);

describe.runIf(present)("the real feeds", () => {
  it.each(listShared("feed/"))("%s is read in full: ids, addresses, dates, language, texts", async (file) => {
    const xml = readShared(`feed/${file}`).toString();
    const entries = await read(`feed/${file}`);
    const language = /<language>([^<]+)/.exec(xml)?.[1];
    expect(entries.map(({ id }) => id)).toEqual(written(xml, "guid"));
    expect(entries.map(({ url }) => url)).toEqual(written(xml, "link").slice(1));
    expect(entries.map(({ published }) => published)).toEqual(
      written(xml, "pubDate").map((date) => new Date(date).toISOString()),
    );
    expect(new Set(entries.map((entry) => entry.language?.toLowerCase()))).toEqual(new Set([language]));
    expect(Math.min(...entries.map(({ sections }) => sections.length))).toBeGreaterThan(3);
    expect(entries.every(({ newsletter }) => newsletter)).toBe(true);
  });

  it("that had 317 to 342 items a month have them all", async () => {
    const files = listShared("feed-seq/").filter((file) => file.endsWith(".xml"));
    const counts: number[] = [];
    for (const file of files) {
      const xml = readShared(`feed-seq/${file}`).toString();
      const entries = await read(`feed-seq/${file}`);
      expect(entries.map(({ id }) => id)).toEqual(written(xml, "guid"));
      counts.push(entries.length);
    }
    console.log(`items at ${counts.length} polls: ${counts.join(" ")}`);
    expect([counts[0], counts.at(-1)]).toEqual([317, 342]);
  });

  it("that were Atom once have their ids, dates and texts", async () => {
    const entries = await read("feed-events/2021-09-atom-to-rss-switch/2021-09-05T194357Z-7952165f.xml");
    expect(entries).toHaveLength(20);
    expect(entries[0]).toMatchObject({
      id: "tag:xmpp.org,2021-09-05:/2021/08/newsletter-08-august/",
      url: "https://xmpp.org/2021/08/newsletter-08-august/",
      title: "The XMPP Newsletter August 2021",
      published: "2021-09-04T22:00:00.000Z",
      newsletter: true,
    });
    expect(entries[0]?.sections.flatMap(({ stories }) => stories).length).toBeGreaterThan(10);
  });
});
