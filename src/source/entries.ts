import { createHash } from "node:crypto";
import type { Entry } from "../model/entry.ts";
import { plainLine } from "./feed-text.ts";
import { readNewsletter } from "./newsletter.ts";
import type { RawFeed, RawItem } from "./raw-feed.ts";

/** Where a feed was read. */
export interface Origin {
  /** The source's name in the configuration. */
  readonly source: string;
  /** The document's own address, after redirects. */
  readonly url: string;
  /** What the configuration says of its language. */
  readonly language?: string | null;
}

/** Characters; a newsletter has some 60,000, and what is longer is none. */
const longestText = 1_000_000;

/** One item of a feed, understood. */
export function toEntry(item: RawItem, feed: RawFeed, origin: Origin): Entry {
  const { url, base } = placeOf(item, feed, origin);
  const read = readNewsletter(item.html.slice(0, longestText), base, item.title);
  const summary = ownSummary(item) || read.summary;
  return {
    id: idOf(item),
    source: origin.source,
    url,
    title: item.title || shorten(summary) || url,
    published: item.published,
    updated: item.updated,
    language: languageOf(item.language, origin.language ?? null, feed.language),
    newsletter: read.newsletter,
    summary,
    image: read.image ?? (isWeb(item.image) ? { url: item.image, alt: "" } : null),
    tags: [...new Set(item.tags.map((tag) => tag.replace(/^#+/, "").trim()))].filter((tag) => tag !== ""),
    translations: read.translations,
    networks: read.networks,
    sections: read.sections,
    overrides: {},
  };
}

/** Its address, and what others in it are relative to. */
export function placeOf(item: RawItem, feed: RawFeed, origin: Origin): { url: string; base: string } {
  const url = [item.link, item.id, feed.link].find(isWeb) ?? origin.url;
  // Where a feed does not say what its addresses are relative to, its writers mean the page, as browsers do.
  return { url, base: item.base === origin.url ? url : item.base };
}

export const idOf = (item: RawItem): string => item.id ?? item.link ?? fingerprint(item);

function isWeb(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address);
}

/** For an item that has neither id nor link. */
function fingerprint({ title, html }: RawItem): string {
  return `sha256:${createHash("sha256").update(`${title}\n${html}`).digest("base64url")}`;
}

const longestSummary = 600;

/** The author's own summary; empty where it is only the text's beginning, cut off by a program. */
function ownSummary({ summary }: RawItem): string {
  const line = plainLine(summary);
  return line.length > longestSummary || /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/.test(line) ? "" : line;
}

/** A title for what has none. */
function shorten(text: string): string {
  if (text.length <= 80) return text;
  return `${text.slice(0, 80).replace(/\s+\S*$/, "")}…`;
}

/** The first that is a language at all, as BCP 47 writes it. */
function languageOf(...written: readonly (string | null)[]): string | null {
  return written.map(canonicalLanguage).find((language) => language !== null) ?? null;
}

function canonicalLanguage(written: string | null): string | null {
  try {
    return Intl.getCanonicalLocales(written?.replaceAll("_", "-") ?? [])[0] ?? null;
  } catch {
    return null;
  }
}
