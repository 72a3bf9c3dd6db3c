import Parser from "rss-parser";
import { repairFeed } from "./feed-repair.ts";
import type { FeedReading, RawFeed, RawItem } from "./raw-feed.ts";

/** What is read besides the fields that `rss-parser` knows. */
interface ExtraFields {
  body?: string;
  author?: string;
  published?: string;
  updated?: string;
  language?: string;
  base?: string;
  picture?: string;
  tags?: string[];
  id?: string;
}

const parser = new Parser<{ language?: string }, ExtraFields>({
  customFields: {
    feed: ["language"],
    item: [
      "published",
      "updated",
      "language",
      "body",
      "base",
      "picture",
      ["category", "tags", { keepArray: true }],
    ],
  },
});

/** Reads RSS, RDF and Atom of any version. `url`: where the document is, for relative addresses in it. */
export async function readXmlFeed(text: string, url: string): Promise<FeedReading> {
  const repaired = repairFeed(text, url);
  if (repaired.kind === "failed") return repaired;
  const feed = await parser.parseString(repaired.xml);
  return { kind: "feed", feed: toRawFeed(feed, url) };
}

type Parsed = Awaited<ReturnType<typeof parser.parseString>>;

function toRawFeed(feed: Parsed, url: string): RawFeed {
  return {
    title: feed.title ?? "",
    link: feed.link ?? null,
    language: feed.language ?? null,
    items: feed.items.map((item) => toRawItem(item, url)),
  };
}

function toRawItem(item: Parsed["items"][number], url: string): RawItem {
  return {
    id: item.guid ?? item.id ?? null,
    link: item.link ?? null,
    title: item.title ?? "",
    published: item.published ?? null,
    updated: item.updated ?? null,
    html: item.body ?? "",
    base: item.base ?? url,
    summary: item.summary ?? "",
    tags: item.tags ?? [],
    author: item.author ?? item.creator ?? null,
    image: item.picture ?? null,
    language: item.language ?? null,
  };
}
