import type { Limits } from "../channel/channel.ts";
import type { Request } from "./compose.ts";
import { abbreviationsOf, toHashtags } from "./hashtags.ts";
import { headlineOf, namesIssue } from "./heading.ts";
import { withoutMarks } from "./marks.ts";
import type { Words } from "./words.ts";

/** What helpers know of the post that is being composed. */
export interface Rendering {
  readonly words: Words;
  readonly language: string;
  readonly timezone: string;
  readonly headline: string;
  /** Empty where the network shows the link elsewhere. */
  readonly link: string;
  /** Without `#`, the best first. */
  readonly hashtags: readonly string[];
  /** The most hashtags that look natural. */
  readonly tags: number;
  /** What `title` blocks write. */
  readonly titles: string[];
}

/** `own`: the author's hashtags, where there are any; empty for none at all. */
export function renderingOf(
  request: Request,
  limits: Limits,
  language: string,
  link: string,
  own?: readonly string[],
): Rendering {
  const { entry, story, site, templates } = request;
  const tags = story === null ? entry.tags : entry.tags.filter((tag) => !namesIssue.test(tag));
  return {
    words: templates.words,
    language,
    timezone: site.timezone,
    headline: headlineOf(entry, templates.words, language),
    link: limits.linkInText ? withoutMarks(link) : "",
    hashtags: toHashtags((own ?? [...abbreviationsOf(site.name), ...tags]).map(withoutMarks)),
    tags: limits.tags,
    titles: [],
  };
}

/** How a helper was called. */
export interface Call {
  readonly options: Readonly<Record<string, unknown>>;
  readonly rendering: Rendering;
  /** What stands inside a block. */
  readonly body: () => string;
}

export interface Helper {
  readonly block?: true;
  /** How many values it takes, at least and at most. */
  readonly takes: readonly [number, number];
  /** Names that may follow the values; null where any may. */
  readonly options?: readonly string[] | null;
  /** What comes out, if it is not a text: the list that went in, one of its items, or a list of texts. */
  readonly gives?: "list" | "item" | "texts";
  readonly run: (values: readonly unknown[], call: Call) => unknown;
}

export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;
