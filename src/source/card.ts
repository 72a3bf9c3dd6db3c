import type { Entry, Image } from "../model/entry.ts";
import type { Card } from "../model/post.ts";
import { readPageData } from "./card-data.ts";
import { fetchPage } from "./card-fetch.ts";
import { type Head, readHead } from "./card-head.ts";
import { resolveLink } from "./newsletter-link.ts";

/** A page's card, and where it sends its readers on to, if it does. */
interface PageCard extends Card {
  readonly redirect: string | null;
}

interface CardOptions {
  /** What to show where the page has no picture of its own, or only its site's logo. */
  readonly figure?: Image | null;
}

/** The link preview that a page asks for: Open Graph (https://ogp.me), networks' own, HTML, then JSON-LD. */
export function readCard(html: string, url: string, { figure = null }: CardOptions = {}): PageCard {
  const head = readHead(html);
  const base = (head.base && URL.parse(head.base, url)?.href) ?? url;
  const own = imageOf(head, base);
  return {
    url: addressOf(head, base, url),
    title: titleOf(head),
    description:
      firstOf(head, "og:description", "card:description", "description") ||
      readPageData(head.data).description,
    image: own === null || isLogo(own) ? (figure ?? own) : own,
    redirect: redirectOf(head, base, url),
  };
}

function firstOf({ meta }: Head, ...keys: readonly string[]): string {
  return keys.map((key) => meta.get(key) ?? "").find((value) => value !== "") ?? "";
}

/** Many sites give their root as `og:url` of every page, and some as the canonical address. */
function addressOf(head: Head, base: string, url: string): string {
  const said = [head.canonical ?? "", firstOf(head, "og:url")].map((href) => resolveLink(href, base));
  const root = isRoot(url);
  return said.find((address) => address !== null && (root || !isRoot(address))) ?? url;
}

function isRoot(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.pathname === "/" && parsed.search === "";
}

function titleOf(head: Head): string {
  const title = firstOf(head, "og:title", "card:title") || head.title;
  if (title === "") return readPageData(head.data).title || head.heading;
  return cutSuffix(title, firstOf(head, "og:site_name"));
}

/** `Title | Site`: the site's name is shown apart. */
function cutSuffix(title: string, site: string): string {
  const named = site !== "" && title.endsWith(site) ? title.slice(0, -site.length) : "";
  const cut = /^(.+?)\s+[|–—·-]\s+$/.exec(named)?.[1] ?? title.slice(0, title.lastIndexOf(" | ")).trim();
  return title.includes(" | ") || named !== "" ? cut || title : title;
}

const imageKeys = ["og:image", "og:image:url", "og:image:secure_url", "card:image"];

function imageOf(head: Head, base: string): Image | null {
  const written = firstOf(head, ...imageKeys) || readPageData(head.data).image;
  const url = resolveLink(written, base);
  return url === null ? null : { url, alt: firstOf(head, "og:image:alt", "card:image:alt") };
}

/** A picture that stands for the site, and so is the same on every page. */
function isLogo({ url }: Image): boolean {
  return /logo|favicon|avatar|default|placeholder|site-?image/i.test(URL.parse(url)?.pathname ?? "");
}

function redirectOf(head: Head, base: string, url: string): string | null {
  const target = resolveLink(head.refresh ?? "", base);
  return target === url ? null : target;
}

/**
 * The card of a page, fetched with `fetch`; what the page leaves out is the entry's. Null where the page cannot be had
 * or is none.
 */
export async function fetchCard(
  url: string,
  fetch: typeof globalThis.fetch,
  entry: Entry,
): Promise<Card | null> {
  const page = await fetchPage(url, fetch);
  if (page === null) return null;
  const { redirect } = readCard(page.html, page.url);
  if (redirect === null) return writeCard(page.html, page.url, entry);
  const moved = await fetchPage(redirect, fetch);
  return moved && writeCard(moved.html, moved.url, entry);
}

/** The card of a page that was had at `url`; what it leaves out is the entry's. */
export const writeCard = (html: string, url: string, entry: Entry): Card =>
  complete(readCard(html, url, { figure: entry.image }), entry);

function complete({ url, title, description, image }: PageCard, entry: Entry): Card {
  return { url, title: title || entry.title, description: description || entry.summary, image };
}
