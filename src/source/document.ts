import { worded } from "../model/worded.ts";
import { readXmlFeed } from "./feed.ts";
import { resolve } from "./feed-scope.ts";
import { readJsonFeed } from "./json-feed.ts";
import type { Fault, RawFeed } from "./raw-feed.ts";

export type DocumentReading =
  | { readonly kind: "feed"; readonly feed: RawFeed }
  /** `reason`: one sentence with its mend. */
  | { readonly kind: "failed"; readonly reason: string };

/** Reads a document as the feed that it should be, in any of the formats. `url`: where it is. */
export async function readDocument(text: string, url: string): Promise<DocumentReading> {
  const start = text.trimStart();
  if (start.replaceAll("\0", "") === "")
    return fail(worded`The document is empty: the site may be half-way through publishing.`);
  if (start.startsWith("{") || start.startsWith("[")) return readJson(start, url);
  const reading = await readXmlFeed(text, url);
  return reading.kind === "feed" ? reading : fail(explain(reading.fault, text, url));
}

function readJson(text: string, url: string): DocumentReading {
  try {
    const feed = readJsonFeed(text, url);
    return feed === undefined ? fail(otherJson) : { kind: "feed", feed };
  } catch {
    return fail(
      worded`The address answers with JSON that is cut off or damaged: it is tried again at the next poll.`,
    );
  }
}

const otherJson = worded`The address answers with JSON, but not with a JSON Feed, which has a list called items: check the address.`;

function explain(fault: Fault, text: string, url: string): string {
  if (fault === "cut off")
    return worded`The feed ends in the middle, so none of it is used: it is tried again at the next poll.`;
  if (fault === "too deep")
    return worded`The feed is nested too deeply to be a real one: check what the address serves.`;
  if (isWebPage(text))
    return `${worded`The address answers with a web page, not a feed.`} ${hintOf(text, url)}`;
  return worded`The address answers with something that is no RSS, Atom, RDF or JSON Feed: check it in a browser.`;
}

function isWebPage(text: string): boolean {
  return /<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 5000));
}

function hintOf(text: string, url: string): string {
  const feed = linkedFeed(text.slice(0, 200_000), url);
  return feed === undefined
    ? worded`Look for a link to its feed on that page, and use that address.`
    : worded`It names this feed, which may be the one meant: ${feed}`;
}

/** The feed that a page links to in its head. */
function linkedFeed(html: string, url: string): string | undefined {
  const links = html.match(/<link\s[^<>]{0,1000}>/gi) ?? [];
  const feed = links.find(
    (link) => /alternate/i.test(link) && /application\/(?:rss|atom|feed)\+/i.test(link),
  );
  const address = /\shref\s*=\s*["']?([^"'\s>]+)/i.exec(feed ?? "")?.[1];
  return address === undefined ? undefined : resolve(address, url);
}

function fail(reason: string): DocumentReading {
  return { kind: "failed", reason };
}
