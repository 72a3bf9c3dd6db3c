import { Parser } from "htmlparser2";
import type { RawFeed, RawItem } from "../../src/source/raw-feed.ts";

/** What another program, python-feedparser 6, read in a document. */
export interface Truth {
  readonly items: readonly TrueItem[];
}

interface TrueItem {
  readonly id: string | null;
  readonly link: string | null;
  readonly title: string | null;
  /** Seconds since 1970. */
  readonly date: number | null;
  /** Its HTML, cleaned. */
  readonly content: string;
}

/**
 * The items' fields that differ from what the judge read, each as `field`. Titles and texts are compared by their letters, as
 * it keeps tags in titles and cleans HTML. Links are compared as addresses: `http://a` is `http://a/`. Where an item has no link,
 * it takes the id for one; that is its own notion, and not held against anybody. Dates: the one of publication, else of change.
 */
export function judge(feed: RawFeed, truth: Truth): string[] {
  if (feed.items.length !== truth.items.length) return ["number of items"];
  return feed.items.flatMap((item, at) => compare(item, truth.items[at]!));
}

function compare(item: RawItem, truth: TrueItem): string[] {
  const date = item.published ?? item.updated;
  const seconds = date === null ? null : Math.floor(Date.parse(date) / 1000);
  const right: Readonly<Record<string, boolean>> = {
    title: [letters(item.title), item.title.replace(/\s/g, "")].includes(letters(truth.title ?? "")),
    link: address(item.link) === address(truth.link) || (item.link === null && truth.link === truth.id),
    date: seconds === truth.date,
    id: (item.id ?? "") === (truth.id ?? ""),
    content: letters(item.html) === letters(truth.content),
  };
  return Object.keys(right).filter((field) => right[field] === false);
}

function address(written: string | null): string {
  return URL.parse(written ?? "")?.href ?? written ?? "";
}

/** Scripts and styles are none of a text. */
function letters(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const isHidden = (name: string): number => Number(name === "script" || name === "style");
  const parser = new Parser({
    onopentagname: (name) => (hidden += isHidden(name)),
    onclosetag: (name) => (hidden -= isHidden(name)),
    ontext: (text) => void (hidden === 0 && parts.push(text)),
  });
  parser.end(html);
  return parts.join("").replace(/\s/g, "");
}
