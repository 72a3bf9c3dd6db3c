import type { Attributes, IFrame, IOptions, Tag } from "sanitize-html";
import type { Quote } from "../model/quote.ts";

/** Characters of HTML; the longest newsletter known has 90,000. */
const longest = 200_000;
/** Elements in one another; the output of what is nested deeper stays flat. */
const deepest = 40;

const kept =
  "a abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small strong sub sup table tbody td tfoot th thead tr u ul";
/** What is dropped with all that is in it. */
const dropped =
  "applet audio button canvas datalist embed iframe math noembed noframes noscript object option script select style svg template textarea title video xmp";
/** Parts of a page that mean no more here than that they begin on a line of their own. */
const blocks =
  "address article aside body center details fieldset footer form header legend main nav section summary";

/**
 * An entry's HTML as it may be shown among our own pages: its structure, its words and its links, and nothing that could look, act
 * or load. Headings begin at the third level. Pictures are links with what they show in words. `base`: what addresses are relative to.
 */
export async function quote(html: string, base: string): Promise<Quote> {
  const { default: sanitize } = await import("sanitize-html");
  return { html: sanitize(html.slice(0, longest), rulesFor(base)), cut: html.length > longest };
}

const direction = { name: "dir", values: ["ltr", "rtl", "auto"] };

const words = (list: string): string[] => list.split(" ");

function rulesFor(base: string): IOptions {
  const reading: Reading = { base, links: [], headings: [], pictures: 0, before: new WeakMap() };
  const heading = (name: string, attributes: Attributes): Tag => readHeading(reading, name, attributes);
  return {
    allowedTags: words(kept),
    nonTextTags: words(dropped),
    allowedAttributes: {
      ...Object.fromEntries(words(kept).map((name) => [name, [direction]])),
      a: ["href", "rel", direction],
    },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesAppliedToAttributes: ["href"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nestingLimit: deepest,
    parseStyleAttributes: false,
    transformTags: {
      ...Object.fromEntries(words(blocks).map((name) => [name, "div"])),
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, heading])),
      a: (_, attributes) => readLink(reading, attributes),
      img: (_, attributes) => readPicture(reading, attributes),
    },
    exclusiveFilter: (frame) => isEmpty(reading, frame),
  };
}

/** What has been read so far. */
interface Reading {
  readonly base: string;
  /** Those that are open. */
  readonly links: Attributes[];
  /** The levels of those that this one stands under. */
  readonly headings: number[];
  pictures: number;
  /** How many pictures came before a link or heading. */
  readonly before: WeakMap<Attributes, number>;
}

/** In their order, without a gap, below the page's own two. */
function readHeading(reading: Reading, name: string, { dir = "" }: Attributes): Tag {
  const level = Number(name.slice(1));
  const { headings } = reading;
  while ((headings.at(-1) ?? 0) >= level) headings.pop();
  headings.push(level);
  return noted(reading, { tagName: `h${Math.min(6, 2 + headings.length)}`, attribs: { dir } });
}

function readLink(reading: Reading, { href = "" }: Attributes): Tag {
  const tag = noted(reading, { tagName: "a", attribs: linkTo(href, reading.base) });
  reading.links.push(tag.attribs);
  return tag;
}

function noted(reading: Reading, tag: Tag): Tag {
  reading.before.set(tag.attribs, reading.pictures);
  return tag;
}

const schemes: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

function linkTo(address: string, base: string): Attributes {
  if (address.trim() === "") return {};
  const url = URL.parse(address.trim(), URL.canParse(base) ? base : undefined);
  return url !== null && schemes.has(url.protocol)
    ? { href: url.href, rel: "noopener noreferrer nofollow" }
    : {};
}

/** A link within a link would end it; pictures of one pixel count readers. */
function readPicture(reading: Reading, { src = "", alt = "", width, height }: Attributes): Tag {
  if (width === "1" || height === "1") return { tagName: "img", attribs: {} };
  reading.pictures += 1;
  const link = linkTo(src, reading.base);
  const text = `[${alt.trim() || fileOf(link["href"])}]`;
  const isLink = reading.links.length === 0 && link["href"] !== undefined;
  return isLink ? { tagName: "a", attribs: link, text } : { tagName: "i", attribs: {}, text };
}

const fileOf = (href = ""): string =>
  (
    URL.parse(href)
      ?.pathname.split("/")
      .findLast((part) => part !== "") ?? ""
  ).slice(0, 80) || "…";

/** Links and headings that say nothing, and show nothing, are nothing to come to by keyboard. */
function isEmpty({ links, pictures, before }: Reading, { attribs, text }: IFrame): boolean {
  const known = before.get(attribs);
  if (known === undefined) return false;
  if (links.at(-1) === attribs) links.pop();
  return known === pictures && text.trim() === "";
}
