/**
 * What kind of value an element of a feed has. line: one line of text. body: the entry's text. teaser: a shorter one.
 * picture: an address in an attribute.
 */
export type Kind =
  | "line"
  | "body"
  | "teaser"
  | "link"
  | "id"
  | "date"
  | "person"
  | "tag"
  | "picture"
  | "language";

interface Known {
  readonly kind: Kind;
  /** One name for all elements that mean the same. */
  readonly name: string;
}

/** Every element that is read, by its canonical name. All others are left out before parsing. */
const elements: ReadonlyMap<string, Known> = new Map([
  ...list("line", "title", "dc:title", "media:title"),
  ...list("body", "content", "content:encoded=content", "fullitem=content", "body=content"),
  ...list("body", "xhtml:body=content", "xhtml:div=content"),
  ...list(
    "teaser",
    "description",
    "summary",
    "abstract=summary",
    "itunes:summary=summary",
    "dc:description=summary",
  ),
  ...list("link", "link"),
  ...list("id", "id=guid", "guid", "dc:identifier"),
  ...list("date", "pubdate", "published", "issued", "dcterms:issued=issued", "dc:date"),
  ...list("date", "created", "dcterms:created=created"),
  ...list("date", "updated", "modified=updated", "dcterms:modified=updated"),
  ...list("person", "author", "dc:creator", "dc:author=dc:creator"),
  ...list("tag", "category", "dc:subject=category"),
  ...list("picture", "enclosure", "media:content", "media:thumbnail", "itunes:image"),
  ...list("language", "language", "dc:language=language"),
]);

function list(kind: Kind, ...names: string[]): [string, Known][] {
  return names.map((written) => {
    const [name = "", output = name] = written.split("=");
    return [name, { kind, name: output }];
  });
}

export function knownElement(name: string): Known | undefined {
  return elements.get(name);
}
