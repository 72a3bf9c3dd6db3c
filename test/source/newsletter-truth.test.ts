import { describe, expect, it } from "vitest";
import type { Entry, Section } from "../../src/model/entry.ts";
import { findLanguages } from "../../src/source/language.ts";
import { readMarkdown } from "../../src/source/markdown.ts";
import { listShared, present, readShared } from "./shared-data.ts";

interface Truth {
  file: string;
  title: string;
  date: string;
  url: string;
  aliases: string[];
  categories: string[];
  sections: { path: string[]; kind: string; items: number; accept?: number[] }[];
  samples: { section: string[]; index: number; lead_text: string; lead_link: string }[];
  socials: { name: string; url: string }[];
  translations: { language: string; urls: string[] }[];
  total_items: number;
}

const readEntry = (file: string): Entry => {
  const context = { file, site: "https://xmpp.org", permalink: "/:year/:month/:title/", source: "drafts" };
  const read = readMarkdown(readShared(`newsletter/${file}`).toString(), { ...context, language: "en" });
  return (read as { entry: Entry }).entry;
};

const truths = listShared("newsletter/truth/").map(
  (name) => JSON.parse(readShared(`newsletter/truth/${name}`).toString()) as Truth,
);

/** As a reader sees it: of Markdown that was never a link, its words. */
const plain = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
const pathsOf = (sections: readonly { path: readonly string[] }[]) =>
  sections.map(({ path }) => path.join(" / "));
const at = (entry: Entry, path: string[]): Section =>
  entry.sections.find((section) => section.path.join() === path.join())!;

describe.runIf(present).each(truths)("the issue $file, counted by eye", (truth) => {
  const entry = readEntry(truth.file);

  it("has its sections, each with its kind and its stories", () => {
    expect(pathsOf(entry.sections)).toEqual(pathsOf(truth.sections));
    const kinds = truth.sections.map(({ kind }) => kind.replace("items", "stories"));
    expect(entry.sections.map(({ kind }) => kind)).toEqual(kinds);
    for (const { path, items, accept = [items] } of truth.sections)
      expect(accept).toContain(at(entry, path).stories.length);
    const stories = entry.sections.flatMap((section) => section.stories);
    console.log(`${truth.file}: ${entry.sections.length} sections, ${stories.length} stories`);
    expect(stories).toHaveLength(truth.total_items);
    expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  });

  it.each(truth.samples)("leads with $lead_link", ({ section, index, lead_text, lead_link }) => {
    const story = at(entry, section).stories[index - 1]!;
    expect(story.link).toBe(lead_link);
    expect(story.text).toContain(plain(lead_text));
  });

  it("has its address, title, date, aliases, categories", () => {
    expect(entry).toMatchObject({
      id: truth.url,
      url: truth.url,
      title: truth.title,
      published: `${truth.date}T00:00:00.000Z`,
      tags: truth.categories,
      aliases: truth.aliases.map((alias) => `https://xmpp.org${alias}`),
      newsletter: true,
    });
  });

  it("tells where its publisher can be followed, and where it is translated", () => {
    expect(entry.networks).toEqual(truth.socials);
    const expected = truth.translations.flatMap(({ language, urls }) =>
      findLanguages(language).flatMap((code) => urls.map((url) => `${code} ${url.replace(/\/$/, "")}`)),
    );
    const found = entry.translations.map(({ language, url }) => `${language} ${url.replace(/\/$/, "")}`);
    expect(found).toEqual(expected);
  });
});

describe.runIf(present)("the picture below a list item", () => {
  it("belongs to it, with its caption for those who do not see it", () => {
    const [, story] = at(readEntry("2024-06-05-newsletter.md"), [
      "XMPP Software News",
      "XMPP Servers",
    ]).stories;
    expect(story?.image).toEqual({
      url: "https://xmpp.org/images/newsletter/2024-05-05/openfire_xmpp_web.png",
      alt: "XMPP Web as Openfire plugin",
    });
  });
});
