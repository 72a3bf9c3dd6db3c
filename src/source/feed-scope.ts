export type Attributes = Readonly<Record<string, string>>;

/** What an XML element inherits from those around it. */
export interface Scope {
  /** From a prefix as the document writes it (empty for none) to the one that this program uses. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Absolute: what relative addresses are relative to. */
  readonly base: string;
  readonly language: string | null;
}

/** Namespaces in lower case, without what follows the last letter or digit. An empty prefix: the feed's own words. */
const known: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/2005/atom", ""],
  ["http://purl.org/atom/ns", ""],
  ["http://purl.org/rss/1.0", ""],
  ["http://purl.org/net/rss1.1", ""],
  ["http://my.netscape.com/rdf/simple/0.9", ""],
  ["http://channel.netscape.com/rdf/simple/0.9", ""],
  ["http://backend.userland.com/rss", ""],
  ["http://backend.userland.com/rss2", ""],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["http://purl.org/dc/elements/1.0", "dc"],
  ["http://purl.org/dc/elements/1.1", "dc"],
  ["http://purl.org/dc/terms", "dcterms"],
  ["http://purl.org/rss/1.0/modules/content", "content"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://search.yahoo.com/mrss", "media"],
  ["http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"],
]);

const maxPrefixes = 100;

export function outermost(url: string): Scope {
  return { prefixes: new Map([["atom", ""]]), base: url, language: null };
}

/** The scope inside an element. */
export function narrow(scope: Scope, attributes: Attributes): Scope {
  const names = Object.keys(attributes).filter((name) => name.startsWith("xml"));
  if (names.length === 0) return scope;
  const declarations = names.filter((name) => /^xmlns(?::|$)/.test(name));
  return {
    prefixes: declarations.length === 0 ? scope.prefixes : declare(scope.prefixes, declarations, attributes),
    base: resolve(attributes["xml:base"] ?? "", scope.base),
    language: attributes["xml:lang"]?.trim() || scope.language,
  };
}

function declare(
  prefixes: Scope["prefixes"],
  names: readonly string[],
  attributes: Attributes,
): Scope["prefixes"] {
  if (prefixes.size > maxPrefixes) return prefixes;
  const declared = names.map((name): [string, string] => {
    const prefix = name.slice("xmlns:".length);
    return [prefix, known.get(simplify(attributes[name] ?? "")) ?? prefix];
  });
  return new Map([...prefixes, ...declared]);
}

function simplify(namespace: string): string {
  return namespace
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/[/#]+$/, "");
}

/** An element's name in this program's own prefixes and lower case. */
export function canonicalName(name: string, scope: Scope): string {
  const colon = name.indexOf(":");
  const written = colon < 0 ? "" : name.slice(0, colon);
  const prefix = scope.prefixes.get(written) ?? written;
  const local = name.slice(colon + 1);
  return (prefix === "" ? local : `${prefix}:${local}`).toLowerCase();
}

/** An absolute address; what is no address at all stays as it is. */
export function resolve(address: string, base: string): string {
  const trimmed = address.trim();
  if (trimmed === "") return base;
  return URL.parse(trimmed, URL.canParse(base) ? base : undefined)?.href ?? trimmed;
}
