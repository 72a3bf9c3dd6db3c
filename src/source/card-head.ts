import { parseHtml } from "./block-parser.ts";
import { fold } from "./feed-text.ts";

/** What a page says of itself, as it stands there. */
export interface Head {
  /** The first value of each property or name, in lower case; `card:` for any network's own. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | null;
  /** What relative addresses are relative to, where the page says so. */
  readonly base: string | null;
  readonly title: string;
  readonly heading: string;
  /** JSON-LD, unread. */
  readonly data: string;
  /** Where a `meta` refresh leads within five seconds; later ones only keep a page new. */
  readonly refresh: string | null;
}

type Text = "title" | "heading" | "data";

interface Draft {
  readonly meta: Map<string, string>;
  canonical: string | null;
  base: string | null;
  refresh: string | null;
  readonly texts: Record<Text, string[]>;
  /** What text is being read; null elsewhere. */
  reading: Text | null;
  /** Pictures have titles too. */
  drawing: number;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads a page's head. Comments, scripts and pictures do not mislead it. */
export function readHead(html: string): Head {
  const draft = startDraft();
  parseHtml(html, {
    onopentag: (name, attributes) => open(draft, name, attributes),
    onclosetag: (name) => close(draft, name),
    ontext: (text) => {
      if (draft.reading !== null) draft.texts[draft.reading].push(text);
    },
  });
  const { meta, canonical, base, refresh, texts } = draft;
  const title = fold(texts.title.join(""));
  return {
    meta,
    canonical,
    base,
    refresh,
    title,
    heading: fold(texts.heading.join("")),
    data: texts.data.join(""),
  };
}

function startDraft(): Draft {
  const texts = { title: [], heading: [], data: [] };
  return { meta: new Map(), canonical: null, base: null, refresh: null, texts, reading: null, drawing: 0 };
}

function open(draft: Draft, name: string, attributes: Attributes): void {
  if (name === "svg") draft.drawing += 1;
  else if (name === "meta") openMeta(draft, attributes);
  else if (name === "link") openLink(draft, attributes);
  else if (name === "base") draft.base ??= attributes["href"] ?? null;
  else startText(draft, textOf(name, attributes));
}

function textOf(name: string, attributes: Attributes): Text | null {
  if (name === "title") return "title";
  if (name === "h1") return "heading";
  return name === "script" && attributes["type"]?.toLowerCase() === "application/ld+json" ? "data" : null;
}

/** Of each kind the first is the page's own. */
function startText(draft: Draft, text: Text | null): void {
  if (text !== null && draft.drawing === 0 && draft.texts[text].length === 0) draft.reading = text;
}

function close(draft: Draft, name: string): void {
  if (name === "svg") draft.drawing -= 1;
  else if (name === "title" || name === "h1" || name === "script") draft.reading = null;
}

function openMeta(draft: Draft, attributes: Attributes): void {
  const content = fold(attributes["content"] ?? "");
  const key = generalKey(fold(attributes["property"] ?? attributes["name"] ?? "").toLowerCase());
  if (key !== "" && content !== "" && !draft.meta.has(key)) draft.meta.set(key, content);
  if (attributes["http-equiv"]?.toLowerCase() !== "refresh") return;
  draft.refresh ??=
    /^\s*[0-5](?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1]?.trim() ?? null;
}

/** Networks have card properties of their own, all named alike; what any of them is told is good for all. */
function generalKey(key: string): string {
  return key
    .replace(/^(?!og:)[a-z]+:(?=(?:title|description|image)\b)/, "card:")
    .replace(/^(card:image):src$/, "$1");
}

function openLink(draft: Draft, attributes: Attributes): void {
  const relations = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
  if (relations.includes("canonical")) draft.canonical ??= attributes["href"] ?? null;
}
