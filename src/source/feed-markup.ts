import { type Attributes, resolve, type Scope } from "./feed-scope.ts";
import { escapeMarkup } from "./feed-text.ts";
import type { Piece } from "./feed-value.ts";

const noEndTag = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** A tag that stands in a feed as mark-up of the feed itself, as HTML. `base`: what the HTML around it is relative to. */
export function openTag(name: string, attributes: Attributes, scope: Scope, base: string): Piece {
  const element = htmlName(name);
  const written = Object.entries(attributes)
    .filter(([attribute]) => /^(?!xml)[\w:-]+$/.test(attribute))
    .map(
      ([attribute, value]) => ` ${attribute}="${escapeMarkup(absolute(attribute, value, scope.base, base))}"`,
    );
  return { element, text: `<${element}${written.join("")}>` };
}

/** Elements such as `br` have no end tag in HTML. */
export function closeTag(name: string): Piece {
  const element = htmlName(name);
  return { element: `/${element}`, text: noEndTag.has(element) ? "" : `</${element}>` };
}

function htmlName(name: string): string {
  return name.replace(/^xhtml:/, "").replace(/[^\w:-]/g, "");
}

function absolute(attribute: string, value: string, own: string, around: string): string {
  return own !== around && (attribute === "href" || attribute === "src") ? resolve(value, own) : value;
}
