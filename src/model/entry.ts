/** One newsletter issue or article in a source, and what was understood of its text. */
export interface Entry {
  /** The source's own id for it (guid, atom:id, or the URL). Not stable in real feeds: see source/identity. */
  readonly id: string;
  /** The name of the source it came from, as in the configuration. */
  readonly source: string;
  /** Absolute. */
  readonly url: string;
  /** Other addresses that lead to it, absolute; earlier ones, as a rule. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** ISO 8601, UTC; null where the source gave none that can be read. */
  readonly published: string | null;
  readonly updated: string | null;
  /** BCP 47, or null when unknown. */
  readonly language: string | null;
  /** True for a newsletter issue, false for any other post of the same source. */
  readonly newsletter: boolean;
  /** One paragraph of plain text. */
  readonly summary: string;
  readonly image: Image | null;
  /** Categories, as the source writes them, without `#`. */
  readonly tags: readonly string[];
  readonly translations: readonly Translation[];
  /** Where the newsletter says that its publisher can be followed. */
  readonly networks: readonly Network[];
  readonly sections: readonly Section[];
  /** What its author wrote about how to announce it (front matter `carillon:`). */
  readonly overrides: Overrides;
}

/** What an entry is without anything in it. */
export const bareEntry = {
  url: "",
  published: null,
  updated: null,
  language: null,
  newsletter: false,
  summary: "",
  image: null,
  tags: [],
  translations: [],
  networks: [],
  sections: [],
  overrides: {},
} as const satisfies Partial<Entry>;

export interface Image {
  /** Absolute. */
  readonly url: string;
  readonly alt: string;
}

export interface Translation {
  readonly language: string;
  readonly url: string;
}

export interface Network {
  readonly name: string;
  readonly url: string;
}

/**
 * stories: has stories. group: only has sub-sections. intro: greeting. boilerplate: licence, thanks, subscribe and the like.
 * placeholder: says only that there is nothing this month. recurring: the same text stood in the previous issue.
 */
export type SectionKind = "stories" | "group" | "intro" | "boilerplate" | "placeholder" | "recurring";

export interface Section {
  /** The headings from the outermost to this one. */
  readonly path: readonly string[];
  readonly kind: SectionKind;
  readonly stories: readonly Story[];
}

/** One piece of news in an entry. */
export interface Story {
  /** Stable within the entry: from the lead link, or the text where there is none. */
  readonly id: string;
  /** The whole story as plain text, white space folded. */
  readonly text: string;
  /** The lead link, absolute; null where the story has no link. */
  readonly link: string | null;
  readonly image: Image | null;
}

/**
 * What the author says of posts about this entry, by the place it is said for: "" for all of them, `announcement` for a step,
 * `fosstodon` for an account or channel, `announcement.fosstodon` for both, and the same after `stories.ID` for a story.
 * A text alone stands for its words. See `ownWords`.
 */
export type Overrides = Readonly<Record<string, string | OwnWords>>;

export interface OwnWords {
  /** Instead of what the template would say, word for word. */
  readonly text?: string;
  /** Where the network has titles. */
  readonly title?: string;
  /** Instead of the entry's own, without `#`. */
  readonly hashtags?: readonly string[];
  /** Whether people who are named are mentioned. */
  readonly mentions?: boolean;
  /** No post at all. */
  readonly skip?: boolean;
}
