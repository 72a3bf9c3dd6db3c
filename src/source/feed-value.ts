import { readDate } from "./dates.ts";
import type { Kind } from "./feed-names.ts";
import { type Attributes, resolve, type Scope } from "./feed-scope.ts";
import { escapeMarkup, fold, plainLine } from "./feed-text.ts";

/** An element of a feed with all that is in it. */
export interface Captured {
  readonly kind: Kind;
  /** One name for all elements that mean the same. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly scope: Scope;
  readonly pieces: Piece[];
}

/** Text, or a tag of mark-up that stood inside the element unescaped; its `element` begins with `/` where it ends one. */
export interface Piece {
  text: string;
  readonly element?: string;
}

/** What an element says, in the one form that its kind has; empty where it says nothing that can be used. */
export function valueOf(captured: Captured, atom: boolean): string {
  switch (captured.kind) {
    case "line":
      return lineOf(captured, atom);
    case "body":
    case "teaser":
      return htmlOf(captured, atom);
    case "date":
      return readDate(textOf(captured)) ?? "";
    case "link":
      return linkOf(captured);
    case "person":
      return personOf(captured);
    case "tag":
      return fold(captured.attributes["term"] || captured.attributes["label"] || textOf(captured));
    case "picture":
      return pictureOf(captured);
    case "id":
    case "language":
      return fold(textOf(captured));
  }
}

function textOf({ pieces }: Captured): string {
  return joinText(pieces);
}

function linkOf(captured: Captured): string {
  const address = fold(textOf(captured));
  return address && resolve(address, captured.scope.base);
}

function joinText(pieces: readonly Piece[]): string {
  return pieces.map(({ text, element }) => (element === undefined ? text : "")).join("");
}

function lineOf(captured: Captured, atom: boolean): string {
  const type = typeOf(captured);
  const literal = atom && (type === "" || type === "text" || type === "text/plain");
  const isText = literal && !hasMarkup(captured) && !isBase64(captured, type);
  return isText ? fold(textOf(captured)) : plainLine(htmlOf(captured, atom));
}

function typeOf({ attributes }: Captured): string {
  return (attributes["type"] ?? "").trim().toLowerCase();
}

function hasMarkup({ pieces }: Captured): boolean {
  return pieces.some(({ element }) => element !== undefined);
}

/** The value as HTML, however it was written: as text, escaped, in Base64, or as mark-up of the feed itself. */
function htmlOf(captured: Captured, atom: boolean): string {
  const type = typeOf(captured);
  if (isBase64(captured, type)) return asHtml(fromBase64(textOf(captured)), type, atom);
  if (hasMarkup(captured)) return markupOf(captured);
  return asHtml(textOf(captured), type, atom);
}

function isBase64({ attributes }: Captured, type: string): boolean {
  const readable = type === "" || /^(?:text|html|xhtml|escaped)$|^text\/|[+/]xml$/.test(type);
  return attributes["mode"]?.trim().toLowerCase() === "base64" || !readable;
}

/** Empty where the bytes are no text. */
function fromBase64(text: string): string {
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return /[\0\ufffd]/.test(decoded) ? "" : decoded;
}

/** Atom text without a type is plain by the standard, and HTML in many feeds all the same. */
function asHtml(text: string, type: string, atom: boolean): string {
  const looksPlain =
    type === "text" || type === "text/plain" || (atom && type === "" && !/<\/?\w/.test(text));
  return looksPlain ? escapeMarkup(text.trim()) : text.trim();
}

function markupOf({ pieces }: Captured): string {
  return pieces
    .map(({ text, element }) => (element === undefined ? escapeMarkup(text) : text))
    .join("")
    .trim();
}

/** A person's name: what the element `name` says where there is one, else all the text. */
function personOf({ pieces }: Captured): string {
  const start = pieces.findIndex(({ element }) => element === "name");
  const end = pieces.findIndex(({ element }) => element === "/name");
  return fold(joinText(start < 0 ? pieces : pieces.slice(start, end)));
}

function pictureOf({ attributes, scope, name }: Captured): string {
  const url = attributes["url"] ?? attributes["href"] ?? "";
  const type = `${attributes["type"] ?? ""} ${attributes["medium"] ?? ""}`;
  const certain = name === "media:thumbnail" || name === "itunes:image" || type.includes("image");
  return url !== "" && (certain || /\.(?:avif|gif|jpe?g|png|webp)(?:$|[?#])/i.test(url))
    ? resolve(url, scope.base)
    : "";
}
