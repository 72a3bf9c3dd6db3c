import type { Image } from "../model/entry.ts";
import type { Block } from "./block.ts";
import { addText, closeLink, type Draft, finishDraft, openLink, startDraft } from "./block-draft.ts";
import { parseHtml } from "./block-parser.ts";
import { isSkipped, readImage } from "./block-element.ts";
import { resolveLink } from "./newsletter-link.ts";

const boundaries = new Set(
  "p div section article header footer aside main figure table tr td th ul ol dl li dt dd blockquote pre hr address details summary center h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);
const lists = new Set(["ul", "ol", "dl"]);
const items = new Set(["li", "dt"]);
const quotes = new Set(["blockquote", "pre"]);

export type Attributes = Readonly<Record<string, string>>;

interface Reader {
  readonly base: string;
  readonly blocks: Block[];
  draft: Draft | null;
  /** Elements open since one that is not to be read. */
  skipping: number;
  listDepth: number;
  quoteDepth: number;
  boldDepth: number;
  breaks: number;
  /** The link that is open; undefined outside any. */
  link: string | null | undefined;
  /** The picture's caption while it is read. */
  caption: Draft | null;
  /** No item of the nested list was read yet. */
  nestedFirst: boolean;
}

/** What stands in HTML, in reading order. Linear and without recursion, whatever the HTML. `base` makes links absolute. */
export function readBlocks(html: string, base: string): Block[] {
  const reader = startReader(base);
  parseHtml(html, {
    onopentag: (name, attributes) => open(reader, name, attributes),
    onclosetag: (name) => close(reader, name),
    ontext: (text) => read(reader, text),
  });
  flush(reader);
  return reader.blocks;
}

function startReader(base: string): Reader {
  const depths = { skipping: 0, listDepth: 0, quoteDepth: 0, boldDepth: 0, breaks: 0 };
  return { base, blocks: [], draft: null, link: undefined, caption: null, nestedFirst: false, ...depths };
}

function open(reader: Reader, name: string, attributes: Attributes): void {
  if (reader.skipping > 0 || isSkipped(name, attributes)) {
    reader.skipping += 1;
    return;
  }
  if (reader.caption === null) openPlain(reader, name, attributes);
}

function openPlain(reader: Reader, name: string, attributes: Attributes): void {
  if (boundaries.has(name)) openBoundary(reader, name);
  else if (name === "a") openAnchor(reader, attributes["href"] ?? "");
  else if (name === "img") addImage(reader, readImage(attributes, reader.base));
  else if (name === "br") addBreak(reader);
  else if (name === "b" || name === "strong") reader.boldDepth += 1;
  else if (name === "figcaption") reader.caption = startDraft("paragraph");
}

function openBoundary(reader: Reader, name: string): void {
  separate(reader, items.has(name));
  if (lists.has(name)) {
    reader.listDepth += 1;
    reader.nestedFirst = reader.listDepth > 1;
  }
  if (quotes.has(name)) reader.quoteDepth += 1;
  if (items.has(name) && reader.listDepth <= 1) begin(reader, "item");
  else if (/^h[1-6]$/.test(name) && !isInItem(reader)) begin(reader, "heading", Number(name[1]));
}

function close(reader: Reader, name: string): void {
  if (reader.skipping > 0) {
    reader.skipping -= 1;
    return;
  }
  if (name === "figcaption") closeCaption(reader);
  else if (reader.caption === null) closePlain(reader, name);
}

function closePlain(reader: Reader, name: string): void {
  if (boundaries.has(name)) closeBoundary(reader, name);
  else if (name === "a") closeAnchor(reader);
  else if (name === "b" || name === "strong") reader.boldDepth -= 1;
}

function closeBoundary(reader: Reader, name: string): void {
  if (lists.has(name)) reader.listDepth -= 1;
  const ended = lists.has(name) ? reader.listDepth === 0 : items.has(name) && reader.listDepth <= 1;
  if (ended) flush(reader);
  else separate(reader, false);
  if (quotes.has(name)) reader.quoteDepth -= 1;
}

/** Between two blocks: a new one begins, or, inside a list item, the next words are kept apart from the last. */
function separate(reader: Reader, nestedItem: boolean): void {
  if (!isInItem(reader) || (nestedItem && reader.listDepth <= 1)) return flush(reader);
  if (reader.draft === null) return;
  if (nestedItem) reader.draft.joint = reader.nestedFirst ? ":" : ";";
  else reader.draft.joint ??= "";
  if (nestedItem) reader.nestedFirst = false;
}

function isInItem(reader: Reader): boolean {
  return reader.draft?.kind === "item";
}

function begin(reader: Reader, kind: Block["kind"], level = 0): Draft {
  flush(reader);
  const draft = startDraft(kind, level);
  if (reader.link !== undefined) openLink(draft, reader.link);
  reader.draft = draft;
  return draft;
}

function current(reader: Reader): Draft {
  return reader.draft ?? begin(reader, reader.quoteDepth > 0 ? "aside" : "paragraph");
}

function flush(reader: Reader): void {
  const block = reader.draft && finishDraft(reader.draft);
  if (block) reader.blocks.push(block);
  reader.draft = null;
  reader.breaks = 0;
}

function read(reader: Reader, text: string): void {
  if (reader.skipping > 0) return;
  if (reader.caption !== null) return addText(reader.caption, text, false);
  if (reader.draft === null && text.trim() === "") return;
  addText(current(reader), text, reader.boldDepth > 0);
  if (text.trim() !== "") reader.breaks = 0;
}

function openAnchor(reader: Reader, href: string): void {
  reader.link = resolveLink(href, reader.base);
  openLink(current(reader), reader.link);
}

function closeAnchor(reader: Reader): void {
  if (reader.draft !== null) closeLink(reader.draft);
  reader.link = undefined;
}

function addImage(reader: Reader, image: Image | null): void {
  if (image !== null) current(reader).image ??= image;
}

/** Two line breaks in a row are how old mark-up ends a paragraph; one is white space. */
function addBreak(reader: Reader): void {
  if (reader.draft === null) return;
  reader.breaks += 1;
  reader.draft.space = true;
  if (reader.breaks > 1 && reader.draft.kind === "paragraph") flush(reader);
}

/** A caption says what a picture without words of its own shows. */
function closeCaption(reader: Reader): void {
  const caption = reader.caption?.parts.join("") ?? "";
  const image = reader.draft?.image;
  if (reader.draft && image && image.alt === "") reader.draft.image = { ...image, alt: caption };
  reader.caption = null;
}
