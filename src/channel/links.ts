import tlds from "tlds" with { type: "json" };
import { lazy } from "../model/lazy.ts";

/** A link in a text: `start` and `end` in UTF-16 units, `text` as it is written, `url` with its scheme. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly url: string;
}

/** Cheap to ask, and true for every text that has a link. */
export function mayHaveLinks(text: string, bare: boolean): boolean {
  return text.includes("://") || (bare && text.includes("."));
}

const moveBy = ({ start, end, text, url }: Link, by: number): Link => ({
  start: start + by,
  end: end + by,
  text,
  url,
});

/**
 * The web links that a network would make of a text. `bare`: also domains without a scheme. Networks that take bare
 * domains end a path at letters of scripts written without spaces; the others take everything up to a white space.
 * A host must end in a top-level domain that exists. No link has a white space in it.
 */
export function findLinks(text: string, { bare }: { readonly bare: boolean }): Link[] {
  if (!mayHaveLinks(text, bare)) return [];
  return Array.from(text.matchAll(/\S+/g)).flatMap(({ 0: word, index }) =>
    mayHaveLinks(word, bare) ? findInWord(word, bare).map((link) => moveBy(link, index)) : [],
  );
}

const kept = { bare: new Map<string, Link[]>(), schemed: new Map<string, Link[]>() };
const most = 1000;

/** Links of a word, from its start. A post is measured many times while it is fitted: words seen lately are kept. */
function findInWord(word: string, bare: boolean): Link[] {
  const seen = bare ? kept.bare : kept.schemed;
  const known = seen.get(word);
  if (known !== undefined) return known;
  const found = search(word, bare ? narrow() : wide());
  if (seen.size >= most) seen.clear();
  seen.set(word, found);
  return found;
}

/** Patterns of a link's parts, one after the other: where one may begin, the names before the top level, all after it. */
interface Grammar {
  readonly start: RegExp;
  readonly names: (schemed: boolean, isAscii: boolean) => RegExp;
  readonly rest: RegExp;
}

function search(word: string, { start, names, rest }: Grammar): Link[] {
  const links: Link[] = [];
  const isAscii = ascii.test(word);
  for (let from = 0; ;) {
    const begin = matchFrom(start, word, from);
    if (begin === null) return links;
    const host = start.lastIndex;
    const end = endOfHost(word, host, names(begin[0] !== "", isAscii));
    if (end !== undefined) {
      matchFrom(rest, word, end);
      links.push(...toLink(word.slice(begin.index, rest.lastIndex), begin.index));
    }
    from = end === undefined ? Math.max(host, begin.index + 1) : rest.lastIndex;
  }
}

function matchFrom(pattern: RegExp, word: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(word);
}

/** After the last of the names that is followed by a top-level domain. Only names before the registered one may have an underscore. */
function endOfHost(word: string, from: number, names: RegExp): number | undefined {
  const labels = matchFrom(names, word, from)?.[0].split(".").slice(0, -1) ?? [];
  let end = names.lastIndex;
  for (const label of labels.toReversed()) {
    const topLevel = label.includes("_") ? 0 : lengthOfTopLevel(word.slice(end));
    if (topLevel > 0) return end + topLevel;
    end -= label.length + 1;
  }
  return undefined;
}

const topLevels = new Set(tlds);
const longest = Math.max(...tlds.map(({ length }) => length));

/** Of the longest top-level domain at the text's start; 0 where there is none. */
function lengthOfTopLevel(text: string): number {
  const encoded = /^xn--[a-z0-9-]+/i.exec(text)?.[0].length ?? 0;
  if (encoded > 0) return isCut(text, encoded) ? 0 : encoded;
  const lower = text.slice(0, longest).toLowerCase();
  for (let length = lower.length; length > 0; length--)
    if (topLevels.has(lower.slice(0, length)) && !isCut(text, length)) return length;
  return 0;
}

/** Whether an ASCII letter or digit follows, which would be part of the name; letters of other scripts are the text's. */
function isCut(text: string, length: number): boolean {
  return /^[a-z0-9@+-]/i.test(text.slice(length, length + 1));
}

function toLink(text: string, start: number): Link[] {
  const url = /^https?:/i.test(text) ? text : `https://${text}`;
  const labels = URL.parse(url)?.hostname.split(".");
  const isName = labels?.every((label) => label.length <= 63) ?? false;
  return isName ? [{ start, end: start + text.length, text, url }] : [];
}

const letter = String.raw`\p{L}\p{M}\p{N}\p{So}`;
const latin = String.raw`a-zA-Z0-9\u00c0-\u024f`;

/** A DNS label has at most 63 characters. Both cases are named: to fold that of all the world's letters takes milliseconds. */
const dotted = (one: string): RegExp =>
  new RegExp(String.raw`(?:[${one}](?:[${one}_-]{0,61}[${one}])?\.)+`, "uy");

const path = (any: string, last: string): string =>
  String.raw`(?:\/(?:(?:${any}|\(${any}*\))*(?:${last}|\(${any}*\)))?)?`;

const port = String.raw`(?::\d+)?`;
const query = String.raw`(?:\?[a-z0-9!?*'@();:&=+$\/%#\[\]_.,~|-]*[a-z0-9_&=#\/-])?`;
const scheme = String.raw`(?<![a-z0-9@＠$#＃\u00c0-\u024f])https?:\/\/`;
const bareStart = String.raw`(?<![a-z0-9@＠$#＃_.\/\u00c0-\u024f-])(?=[${latin}])`;

const ascii = /^\p{ASCII}*$/v;
const plain = lazy(() => dotted("a-zA-Z0-9"));
const worldwide = lazy(() => dotted(letter));

/** To prepare the pattern of all the world's letters takes milliseconds, and most addresses need none of them. */
const schemed = (isAscii: boolean): RegExp => (isAscii ? plain() : worldwide());

const wide = lazy((): Grammar => {
  const whole = path(String.raw`[^\s\p{NChar}<>()?]`, String.raw`[^\s\p{NChar}()?!*"'「」<>;:=,.$%\[\]~&|@]`);
  return {
    start: new RegExp(scheme, "giu"),
    names: (_, isAscii) => schemed(isAscii),
    rest: new RegExp(port + whole + query, "iuy"),
  };
});

const narrow = lazy((): Grammar => {
  const any = String.raw`[a-z0-9!*';:=+,.$\/%#\[\]_~@|&\u2013\u00c0-\u024f\p{Script=Cyrillic}-]`;
  const last = String.raw`[a-z0-9+=_#\/\u00c0-\u024f\p{Script=Cyrillic}-]`;
  const bare = dotted(latin);
  return {
    start: new RegExp(`${scheme}|${bareStart}`, "giu"),
    names: (hasScheme, isAscii) => (hasScheme ? schemed(isAscii) : bare),
    rest: new RegExp(port + path(any, last) + query, "iuy"),
  };
});
