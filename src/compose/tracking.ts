import { findLinks } from "../channel/links.ts";
import type { Utm } from "../model/account.ts";
import type { Request } from "./compose.ts";
import { reword, type Piece } from "./marks.ts";

/** Adds to the site's own links where their readers come from. */
export interface Tracking {
  /** `utm_source=…&…`; empty for none. */
  readonly query: string;
  readonly hosts: readonly string[];
}

/** Others' links are never touched: only those of the site that the entry stands on, and of this Carillon. */
export function trackingOf(
  utm: Utm | null,
  { entry, campaign, step, channel, site, manner }: Request,
): Tracking {
  const places = {
    campaign,
    step: step.name,
    channel: channel.id,
    account: manner?.account ?? channel.id,
    entry: nameOf(entry.url),
  };
  const pairs = Object.entries(utm ?? {}).map(([key, value]) => [key, fill(value, places)] as const);
  const query = pairs
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `utm_${key}=${encode(value)}`);
  return { query: query.join("&"), hosts: [entry.url, site.url].flatMap((one) => hostOf(one) ?? []) };
}

/** The last part of an entry's address, which sites make of its title. */
const nameOf = (url: string): string =>
  URL.parse(url)
    ?.pathname.split("/")
    .findLast((part) => part !== "")
    ?.replace(/\.[a-z]+$/, "") ?? "";

const fill = (value: string, places: Readonly<Record<string, string>>): string =>
  value.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);

/** Also what networks take for the end of a link. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*.~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const hostOf = (url: string): string | undefined => URL.parse(url)?.host.replace(/^www\./, "");

/** A link with the parameters that it does not have yet, before its fragment; another's as it is. */
export function trackLink(link: string, { query, hosts }: Tracking): string {
  if (query === "" || !hosts.includes(hostOf(link) ?? "")) return link;
  const [, base = link, fragment = ""] = /^([^#]*)(#.*)?$/s.exec(link) ?? [];
  const known = URL.parse(link)?.searchParams;
  const added = query.split("&").filter((pair) => !known?.has(pair.split("=", 1)[0] ?? ""));
  if (added.length === 0) return link;
  const path = /^https?:\/\/[^/?]+$/i.test(base) ? `${base}/` : base;
  const joint = path.includes("?") ? (/[?&]$/.test(path) ? "" : "&") : "?";
  return path + joint + added.join("&") + fragment;
}

/** The links in a text. `link`: the post's own, whatever a network would make of it. */
export function trackPieces(pieces: readonly Piece[], link: string, tracking: Tracking): readonly Piece[] {
  if (tracking.query === "") return pieces;
  const words = (text: string): string =>
    text.replace(/\S+/g, (word) => (word === link ? trackLink(word, tracking) : trackWord(word, tracking)));
  return reword(pieces, words);
}

const trackWord = (word: string, tracking: Tracking): string =>
  findLinks(word, { bare: false }).reduceRight(
    (rest, { start, end, url }) => rest.slice(0, start) + trackLink(url, tracking) + rest.slice(end),
    word,
  );
