import type { Image } from "../model/entry.ts";
import { resolveLink } from "./newsletter-link.ts";

type Attributes = Readonly<Record<string, string>>;

const unread = new Set(
  "script style svg template noscript iframe button nav select textarea object title".split(" "),
);
/** What themes and mail services add around the text: anchors, boxes to subscribe or share, words for screen readers. */
const additions =
  /(?:^|[\s_-])(?:heading-?anchor|headerlink|header-?link|footnotes?|footnote-(?:ref|backref|anchor)|screen-reader-text|sr-only|visually-hidden|subscri(?:be|ption)-?(?:widget|form|box)?(?:-wrap)?|button-wrapper|button-card|signup-card|share-?(?:buttons?|links)|sharedaddy|relatedposts|preheader|preview-?text)(?:$|[\s_-])/i;
const voidElements = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** True for an element whose content is not part of what was written. */
export function isSkipped(name: string, attributes: Attributes): boolean {
  if (unread.has(name)) return true;
  if (voidElements.has(name)) return false;
  const hidden = "hidden" in attributes || attributes["aria-hidden"] === "true";
  return hidden || additions.test(attributes["class"] ?? "") || isFootnote(name, attributes);
}

function isFootnote(name: string, attributes: Attributes): boolean {
  return name === "a" && /^#(?:fn|footnote|_ftn)/i.test(attributes["href"] ?? "");
}

/** Null for one that shows nothing: a tracker's dot, an emoji, data in the place of an address. */
export function readImage(attributes: Attributes, base: string): Image | null {
  const { width, height } = attributes;
  if (isDot(width) || isDot(height) || /emoji|smiley|avatar/i.test(attributes["class"] ?? "")) return null;
  const source = attributes["data-src"] ?? attributes["src"] ?? "";
  const url = resolveLink(source, base);
  return url === null ? null : { url, alt: (attributes["alt"] ?? "").replace(/\s+/g, " ").trim() };
}

function isDot(size: string | undefined): boolean {
  return size !== undefined && /^[012](?:px)?$/.test(size);
}
