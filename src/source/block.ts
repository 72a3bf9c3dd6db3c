import type { Image } from "../model/entry.ts";

/** A link in a text. */
export interface Link {
  /** Absolute, and of the web; null for one that is broken, within the page, or for another program. */
  readonly url: string | null;
  readonly text: string;
  /** Where it begins in the block's text. */
  readonly at: number;
}

export type WebLink = Link & { readonly url: string };

/**
 * A piece of a document in reading order. heading, paragraph: what they say. item: an outermost list item with all
 * that is nested in it. aside: a quotation or code. media: nothing but a picture.
 */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "aside" | "media";
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
  /** White space folded. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly image: Image | null;
  /** All of the text is bold. */
  readonly bold: boolean;
}

/** The links that lead somewhere on the web. */
export function webLinks(block: { readonly links: readonly Link[] }): WebLink[] {
  return block.links.flatMap((link) => (link.url === null ? [] : [{ ...link, url: link.url }]));
}
