/** What a name in a template stands for: a text, a group of names, or a list. */
export type Shape = "text" | Group | ListShape;

export interface Group {
  readonly kind: "group";
  readonly names: Readonly<Record<string, Shape>>;
  /** Entries may lack it: a template must ask with `#if` or `#with` first. */
  readonly optional?: true;
}

export interface ListShape {
  readonly kind: "list";
  readonly of: Shape;
}

const group = (names: Readonly<Record<string, Shape>>): Group => ({ kind: "group", names });
const list = (of: Shape): ListShape => ({ kind: "list", of });
const texts = <Name extends string>(...names: Name[]): Record<Name, "text"> =>
  Object.fromEntries(names.map((name) => [name, "text"])) as Record<Name, "text">;

const image: Group = { ...group(texts("url", "alt")), optional: true };
const story = group({ ...texts("text", "lead", "link", "heading"), image });
const section = group({ heading: "text", path: list("text"), stories: list(story), leads: list("text") });

/** Every name that a template can use. templates/README.md explains each; the context must have them all. */
export const vocabulary: Group = group({
  entry: group({
    ...texts("title", "url", "summary", "published", "updated", "language", "newsletter"),
    tags: list("text"),
    image,
    translations: list(group(texts("language", "url"))),
    networks: list(group(texts("name", "url"))),
    sections: list(section),
  }),
  story,
  original: { ...group(texts("title", "url")), optional: true },
  headings: list("text"),
  highlights: list("text"),
  counts: group(texts("stories", "sections", "releases")),
  site: group(texts("name", "url", "timezone", "language")),
  correction: group(texts("title", "was", "link", "text")),
  channel: group(texts("id", "label", "linkInText", "titled")),
  ...texts("campaign", "step", "language"),
});
