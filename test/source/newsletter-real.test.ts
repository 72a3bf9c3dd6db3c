import { afterAll, describe, expect, it } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { guessLanguage } from "../../src/source/language.ts";
import { readMarkdownFiles } from "../../src/source/markdown.ts";
import { markRecurring } from "../../src/source/newsletter-recurring.ts";
import { createParser } from "../../src/source/parse.ts";
import { listShared, present, readShared } from "./shared-data.ts";

const parser = createParser();
afterAll(() => parser.close());

const feeds = [
  ...listShared("feed/").map((name) => `feed/${name}`),
  ...listShared("feed-seq/").map((name) => `feed-seq/${name}`),
  ...["2020-06-same-issue-four-ids", "2021-09-atom-to-rss-switch"].flatMap((event) =>
    listShared(`feed-events/${event}/`).map((name) => `feed-events/${event}/${name}`),
  ),
].filter((path) => path.endsWith(".xml"));

async function readFeed(path: string): Promise<readonly Entry[]> {
  const about = { contentType: null, url: "https://xmpp.org/feeds/all.atom.xml", source: "newsletter" };
  const parsed = await parser.parseDocument(readShared(path), about);
  return parsed.kind === "entries" ? parsed.entries : [];
}

let all: Promise<readonly Entry[]> | undefined;
const allEntries = () => (all ??= Promise.all(feeds.map(readFeed)).then((read) => read.flat()));
const pattern = new URL("../../../shared/data/newsletter/*.md", import.meta.url).pathname;
const context = {
  site: "https://xmpp.org",
  permalink: "/:year/:month/:title/",
  source: "drafts",
  language: "en",
};
const storiesOf = (entry: Entry) => entry.sections.flatMap(({ stories }) => stories);
const isStub = (entry: Entry) => entry.sections.length < 5;

/** Words without typography, which Hugo improves. */
const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const shapeOf = (entry: Entry) =>
  entry.sections.map(({ path, kind, stories }) => ({
    path: path.map(words),
    kind,
    stories: stories.map(({ text, link }) => ({ text: words(text), link })),
  }));

/** Texts that stand in every issue, in any of its languages. */
const boilerplate =
  /is published under|wird unter der|è pubblicata sotto|se publica bajo|est publiée sous|publicado sob|translations? of the|translators?:|traduttori:|traducteurs|tradutores:|übersetzung:|please share the news|for their help in creating|to unsubscribe|also check out our/i;

describe.runIf(present)("every real issue", () => {
  it("has stories, and no boilerplate or broken Markdown among them", async () => {
    const entries = [...(await allEntries()), ...(await readMarkdownFiles(pattern, context)).entries];
    const issues = entries.filter((entry) => entry.newsletter && !isStub(entry));
    const stories = issues.flatMap(storiesOf);
    console.log(`${entries.length} entries, ${issues.length} whole issues, ${stories.length} stories`);
    expect(issues.length).toBeGreaterThan(40);
    expect(Math.min(...issues.map((entry) => storiesOf(entry).length))).toBeGreaterThan(15);
    expect(stories.filter(({ text }) => boilerplate.test(text) || text.includes("]("))).toEqual([]);
    expect(stories.filter(({ link }) => link !== null && !/^https?:\/\/[^/]+\.[^/]+/.test(link))).toEqual([]);
  });

  it("has a section of every usual kind, and says nothing this month only as a placeholder", async () => {
    const issues = (await readFeed("feed/feed.xml")).filter(({ newsletter }) => newsletter);
    const sections = issues.flatMap((entry) => entry.sections);
    const texts = sections.flatMap(({ stories }) => stories.map(({ text }) => text));
    expect(new Set(sections.map(({ kind }) => kind))).toEqual(
      new Set(["stories", "group", "intro", "boilerplate", "placeholder", "recurring"]),
    );
    expect(texts.filter((text) => /^No .* this month/.test(text))).toEqual([]);
  });

  it("leads with a version rather than a project's home page", async () => {
    const issues = await readFeed("feed/feed.xml");
    const software = issues
      .flatMap((entry) => entry.sections)
      .filter(({ path }) => /Clients|Servers|Libraries/.test(path.at(-1) ?? ""));
    const links = software.flatMap(({ stories }) => stories.map(({ link }) => link ?? ""));
    const homes = links.filter((link) => /^https?:\/\/[^/]+\/?$|readme/i.test(link));
    console.log(`of ${links.length} stories of software, ${homes.length} lead to a home page or README`);
    expect(links.length).toBeGreaterThan(150);
    expect(homes.length / links.length).toBeLessThan(0.03);
  });

  it("is told from other posts as in the truth", async () => {
    const { steps } = JSON.parse(readShared("feed-seq/expected.json").toString()) as {
      steps: { expected_announcements?: { guid: string; newsletter: boolean }[] }[];
    };
    const told = steps.flatMap((step) => step.expected_announcements ?? []);
    const entries = new Map((await readFeed("feed-seq/2026-08-16.xml")).map((entry) => [entry.id, entry]));
    const found = told.map(({ guid }) => ({ guid, newsletter: entries.get(guid)?.newsletter }));
    expect(found).toEqual(told.map(({ guid, newsletter }) => ({ guid, newsletter })));
  });

  it("is guessed to be in the language it is in", async () => {
    const { entries } = await readMarkdownFiles(pattern, context);
    const translated = await Promise.all(
      ["de", "es", "fr", "it", "pt-br"].map((code) => readFeed(`feed/feed.${code}.xml`)),
    );
    const both = [...entries, ...translated.flat()];
    const primary = both.map(({ language }) => language?.slice(0, 2));
    expect(both.map(guessLanguage)).toEqual(primary);
  });
});

describe.runIf(present)("the same issue as Markdown and as HTML of a feed", () => {
  it("is understood alike", async () => {
    const { entries } = await readMarkdownFiles(pattern, context);
    const fed = new Map(
      (await allEntries()).filter((entry) => !isStub(entry)).map((entry) => [entry.url, entry]),
    );
    const pairs = entries.flatMap((entry) =>
      fed.has(entry.url) ? [{ entry, other: fed.get(entry.url)! }] : [],
    );
    console.log(`compared: ${pairs.map(({ entry }) => entry.url).join(", ")}`);
    expect(pairs.length).toBeGreaterThanOrEqual(3);
    for (const { entry, other } of pairs) expect(shapeOf(entry)).toEqual(shapeOf(other));
  });
});

describe.runIf(present)("what stood in the previous issue", () => {
  it("is left out, or its section is marked", async () => {
    const issues = (await readFeed("feed/feed.xml")).filter(({ newsletter }) => newsletter);
    const marked = issues.slice(0, -1).map((entry, index) => markRecurring(entry, issues[index + 1]!));
    const before = issues.slice(0, -1).flatMap(storiesOf).length;
    const after = marked.flatMap((entry) => entry.sections.filter(({ kind }) => kind === "stories"));
    const fresh = after.flatMap(({ stories }) => stories).length;
    console.log(`${before} stories, ${fresh} not in the issue before`);
    expect(fresh).toBeLessThan(before);
    expect(fresh).toBeGreaterThan(before * 0.85);
  });
});
