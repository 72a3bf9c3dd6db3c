import { readDate } from "./dates.ts";
import { resolve } from "./feed-scope.ts";
import { escapeMarkup, fold } from "./feed-text.ts";
import type { RawFeed, RawItem } from "./raw-feed.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON Feed, 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/), whatever it says of its version; undefined where
 * the JSON is something else. Throws a SyntaxError where it is no JSON.
 */
export function readJsonFeed(text: string, url: string): RawFeed | undefined {
  const feed: unknown = JSON.parse(text);
  if (!isObject(feed) || !Array.isArray(feed["items"])) return undefined;
  const link = line(feed["home_page_url"]);
  return {
    title: line(feed["title"]),
    link: link === "" ? null : resolve(link, url),
    language: line(feed["language"]) || null,
    items: feed["items"].filter(isObject).map((item) => toRawItem(item, url)),
  };
}

function toRawItem(item: Fields, url: string): RawItem {
  return {
    id: line(item["id"]) || null,
    link: address(item["url"], url) ?? address(item["external_url"], url),
    title: line(item["title"]),
    published: readDate(line(item["date_published"])),
    updated: readDate(line(item["date_modified"])),
    html: prose(item["content_html"]) || paragraph(item["content_text"]) || paragraph(item["summary"]),
    base: url,
    summary: paragraph(item["summary"]),
    tags: list(item["tags"])
      .map(line)
      .filter((tag) => tag !== ""),
    author: authorOf(item),
    image: address(item["image"], url) ?? address(item["banner_image"], url),
    language: line(item["language"]) || null,
  };
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function prose(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Ids may be numbers. */
function line(value: unknown): string {
  return typeof value === "number" ? String(value) : fold(prose(value));
}

function address(value: unknown, url: string): string | null {
  const written = line(value);
  return written === "" ? null : resolve(written, url);
}

function paragraph(value: unknown): string {
  const paragraphs = prose(value)
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "");
  return paragraphs.map((part) => `<p>${escapeMarkup(part)}</p>`).join("\n");
}

/** Version 1.1 has a list, version 1 had one. */
function authorOf(item: Fields): string | null {
  const author = list(item["authors"]).find(isObject) ?? item["author"];
  return isObject(author) ? line(author["name"]) || null : null;
}
