import { escapeMarkup, verbatim } from "./feed-text.ts";

/** What was found of a feed, before it is written anew. */
export interface Draft {
  readonly atom: boolean;
  readonly feed: Fields;
  readonly items: Fields[];
  /** The feed's end was there. */
  complete: boolean;
}

/** Values by name, in the order of the document. */
export type Fields = Map<string, string[]>;

export function startDraft(atom: boolean, base: string): Draft {
  return { atom, feed: startFields(base), items: [], complete: false };
}

/** Never empty: an element without content would be no object to the parser. */
export function startFields(base: string): Fields {
  return new Map([["base", [base]]]);
}

export function addField(fields: Fields, name: string, value: string): void {
  if (value === "") return;
  const values = fields.get(name);
  if (values === undefined) fields.set(name, [value]);
  else values.push(value);
}

/**
 * The feed as `rss-parser` reads it best: as Atom where it was Atom, else as RSS 2.0, one value for each name. Texts go under
 * names of our own, for which it makes no snippets: that takes minutes where a text is hostile.
 */
export function writeFeed({ atom, feed, items }: Draft): string {
  const item = atom ? "entry" : "item";
  const inner =
    writeFields(feed, atom) + items.map((fields) => element(item, writeFields(fields, atom))).join("");
  return atom ? element("feed", inner) : `<rss version="2.0">${element("channel", inner)}</rss>`;
}

function writeFields(fields: Fields, atom: boolean): string {
  return [...common(fields), ...(atom ? atomOnly(fields) : rssOnly(fields))].join("");
}

function common(fields: Fields): string[] {
  const body = first(fields, "content", "description", "summary");
  const summary = first(fields, "summary", "description");
  const categories = fields.get("category") ?? [];
  return [
    text("title", first(fields, "title", "dc:title", "media:title")),
    text("body", body),
    text("summary", summary === body ? "" : summary),
    text("published", first(fields, "pubdate", "published", "issued", "dc:date", "created")),
    text("updated", first(fields, "updated")),
    text("language", first(fields, "language", "inherited")),
    text("base", first(fields, "body base", "base")),
    text("picture", first(fields, "media:content", "enclosure", "media:thumbnail", "itunes:image")),
    ...categories.map((category) => text("category", category)),
  ];
}

function atomOnly(fields: Fields): string[] {
  const link = first(fields, "link", "alternate");
  const author = first(fields, "author", "dc:creator");
  return [
    link && `<link rel="alternate" href="${escapeMarkup(link)}"/>`,
    author && element("author", text("name", author)),
    text("id", first(fields, "guid", "about", "dc:identifier")),
  ];
}

function rssOnly(fields: Fields): string[] {
  return [
    text("link", first(fields, "link", "alternate", "permalink")),
    text("dc:creator", first(fields, "dc:creator", "author")),
    text("guid", first(fields, "guid", "about", "dc:identifier")),
  ];
}

/** The value of the first of these names that has one. */
function first(fields: Fields, ...names: readonly string[]): string {
  return names.map((name) => fields.get(name)?.[0] ?? "").find((value) => value !== "") ?? "";
}

function text(name: string, value: string): string {
  return value && element(name, verbatim(value));
}

function element(name: string, inner: string): string {
  return `<${name}>${inner}</${name}>`;
}
