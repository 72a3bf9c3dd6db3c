import { describe, expect, it } from "vitest";
import { toEntry } from "../../src/source/entries.ts";
import type { RawFeed, RawItem } from "../../src/source/raw-feed.ts";

const origin = { source: "newsletter", url: "https://example.org/feed.xml" };
const feed: RawFeed = { title: "T", link: "https://example.org/", language: "en-us", items: [] };
const raw: RawItem = {
  id: "tag:1",
  link: "https://example.org/1",
  title: "t",
  published: "2099-01-01T00:00:00.000Z",
  updated: null,
  html: "<p>The first paragraph.</p><p>The second.</p>",
  base: origin.url,
  summary: "",
  tags: ["#xmpp", "news", "xmpp", " "],
  author: null,
  image: null,
  language: null,
};
const entry = (item: Partial<RawItem> = {}, language: string | null = null, of = feed) =>
  toEntry({ ...raw, ...item }, of, { ...origin, language });

describe("an entry", () => {
  it("has what its item has", () => {
    expect(entry()).toMatchObject({
      id: "tag:1",
      source: "newsletter",
      url: "https://example.org/1",
      title: "t",
      published: "2099-01-01T00:00:00.000Z",
      summary: "The first paragraph.",
      tags: ["xmpp", "news"],
      overrides: {},
    });
  });

  it.each([
    [{ link: null, id: "https://example.org/2" }, "https://example.org/2"],
    [{ link: "javascript:alert(1)" }, "https://example.org/"],
    [{ link: null }, "https://example.org/"],
  ])("without a web address of its own (%j) has the nearest: %s", (item, url) => {
    expect(entry(item).url).toBe(url);
  });

  it("without an id is known by its address, else by its words", () => {
    expect(entry({ id: null }).id).toBe("https://example.org/1");
    expect(entry({ id: null, link: null }).id).toMatch(/^sha256:/);
    expect(entry({ id: null, link: null }).id).toBe(entry({ id: null, link: null, tags: [] }).id);
  });

  it("without a title is called by its first words", () => {
    expect(entry({ title: "" }).title).toBe("The first paragraph.");
    expect(entry({ title: "", html: `<p>${"word ".repeat(50)}</p>` }).title).toMatch(/^(word ){15}word…$/);
    expect(entry({ title: "", html: "" }).title).toBe("https://example.org/1");
  });

  it.each([
    ["<p>By the author.</p>", "By the author."],
    ["Cut off by a program …", "The first paragraph."],
    ["Cut off by a program [...]", "The first paragraph."],
    ["x".repeat(700), "The first paragraph."],
  ])("takes the summary %s only where a person wrote it", (summary, taken) => {
    expect(entry({ summary }).summary).toBe(taken);
  });

  it.each([
    ["fr", "de", "fr"],
    [null, "pt-br", "pt-BR"],
    [null, null, "en-US"],
    ["not a language!", null, "en-US"],
    ["pt_BR", null, "pt-BR"],
  ])("is in its own language %s, else the source's %s, else the feed's: %s", (own, source, language) => {
    expect(entry({ language: own }, source).language).toBe(language);
  });

  it("is in no known language where nobody says", () => {
    expect(entry({}, null, { ...feed, language: null }).language).toBeNull();
  });

  it.each([
    [origin.url, "https://example.org/a.png"],
    ["https://other.org/x/", "https://other.org/x/a.png"],
  ])("has its pictures where they are, with the base %s", (base, url) => {
    expect(
      entry({ link: "https://example.org/1", base, html: '<p>x</p><img src="a.png" alt="A">' }).image,
    ).toMatchObject({ url });
  });

  it("has the feed's picture where its text has none", () => {
    expect(entry({ image: "https://example.org/c.png" }).image).toEqual({
      url: "https://example.org/c.png",
      alt: "",
    });
  });
});
