import type { TweetV2 } from "twitter-api-v2";
import { findLinks } from "../../src/channel/links.ts";

/** The text of a post as its author wrote it: X makes every link a `t.co` one, adds one for media, and escapes `&`, `<` and `>`. */
export function readText({ text, entities }: Pick<TweetV2, "text" | "entities">): string {
  const urls = entities?.urls ?? [];
  return urls.reduce((whole, one) => whole.replaceAll(one.url, () => expand(one)), unescape(text)).trim();
}

type Url = NonNullable<NonNullable<TweetV2["entities"]>["urls"]>[number];

function expand({ url, expanded_url: expanded, media_key: media }: Url): string {
  const isMedia = media !== undefined || /\/status\/\d+\/(photo|video)\/\d+$/.test(expanded ?? "");
  return isMedia ? "" : (expanded ?? url);
}

/** Two texts are the same post if only white space, Unicode's forms and ways to write a link differ. */
export function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(text: string): string {
  const plain = unescape(text).normalize("NFC");
  const links = findLinks(plain, { bare: true });
  const ends = [0, ...links.map(({ end }) => end)];
  const pieces = ends.map(
    (end, index) => plain.slice(end, links[index]?.start) + canonise(links[index]?.url),
  );
  return pieces.join("").replace(/\s+/g, "");
}

/** Without its scheme: X writes `http://example.org` where a text says `example.org`. */
function canonise(link = ""): string {
  const url = URL.parse(link);
  return url ? url.host + url.pathname + url.search + url.hash : link;
}

function unescape(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
