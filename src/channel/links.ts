import tlds from "tlds" with { type: "json" };

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
  const found = Array.from(word.matchAll(bare ? narrow() : wide())).flatMap(toLink);
  if (seen.size >= most) seen.clear();
  seen.set(word, found);
  return found;
}

function toLink({ 0: text, index: start }: RegExpExecArray): Link[] {
  const url = /^https?:/i.test(text) ? text : `https://${text}`;
  const labels = URL.parse(url)?.hostname.split(".");
  const isName = labels?.every((label) => label.length <= 63) ?? false;
  return isName ? [{ start, end: start + text.length, text, url }] : [];
}

const letter = String.raw`[\p{L}\p{M}\p{N}\p{So}]`;
const latin = String.raw`[a-z0-9\u00c0-\u024f]`;

/** The top-level domain ends where an ASCII letter or digit cannot follow; longest names first. */
const topLevel = (): string =>
  String.raw`(?:xn--[a-z0-9-]+|${tlds.toSorted((a, b) => b.length - a.length).join("|")})(?![a-z0-9@+-])`;

/** A DNS label has at most 63 characters; only names before the registered one may have an underscore. */
const host = (one: string, any: string): string =>
  String.raw`(?:${one}(?:(?:${any}|[_-]){0,61}${one})?\.)*${one}(?:(?:${any}|-){0,61}${one})?\.${topLevel()}(?::\d+)?`;

const path = (any: string, last: string): string =>
  String.raw`(?:\/(?:(?:${any}|\(${any}*\))*(?:${last}|\(${any}*\)))?)?`;

const query = String.raw`(?:\?[a-z0-9!?*'@();:&=+$\/%#\[\]_.,~|-]*[a-z0-9_&=#\/-])?`;
const notAfter = String.raw`(?<![a-z0-9@＠$#＃\u00c0-\u024f])`;
const notAfterBare = String.raw`(?<![a-z0-9@＠$#＃_.\/\u00c0-\u024f-])`;

const once = (make: () => RegExp): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => (made ??= make());
};

const wide = once(() => {
  const whole = path(String.raw`[^\s\p{NChar}<>()?]`, String.raw`[^\s\p{NChar}()?!*"'「」<>;:=,.$%\[\]~&|@]`);
  return new RegExp(`${notAfter}https?://${host(letter, letter)}${whole}${query}`, "giu");
});

const narrow = once(() => {
  const any = String.raw`[a-z0-9!*';:=+,.$\/%#\[\]_~@|&\u2013\u00c0-\u024f\p{Script=Cyrillic}-]`;
  const last = String.raw`[a-z0-9+=_#\/\u00c0-\u024f\p{Script=Cyrillic}-]`;
  const rest = path(any, last) + query;
  const withScheme = `${notAfter}https?://${host(letter, letter)}`;
  return new RegExp(`(?:${withScheme}|${notAfterBare}${host(latin, latin)})${rest}`, "giu");
});
