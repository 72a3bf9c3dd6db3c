/** A configured place that entries come from. */
export type Source = FeedSource | MarkdownSource;

interface Common {
  readonly name: string;
  /** When to look: a cron expression in the site's zone. */
  readonly poll: string;
  /** Of its entries, where they do not say so themselves. */
  readonly language: string | null;
  /** The name of the source that this one translates. */
  readonly translates: string | null;
  readonly only: { readonly newsletter: boolean };
  /** More new entries than this in one poll are all held for a person. */
  readonly brake: number;
  /** An entry dated longer ago than this many days when first seen is not news. */
  readonly maxAge: number;
  /** Who knows the secret may say that something is new. */
  readonly hook?: { readonly secret: string };
}

export interface FeedSource extends Common {
  readonly kind: "feed";
  readonly feed: string;
  /** Whether to ask the feed's hub to tell of its news; auto, or absent: where it has one that can reach this site. */
  readonly websub?: boolean | "auto";
}

export interface MarkdownSource extends Common {
  readonly kind: "markdown";
  /** A glob, relative to the configuration file until loaded, then absolute. */
  readonly markdown: string;
  /** The public address that links are relative to. */
  readonly site: string;
  /** In Hugo's words: `:year :month :day :slug :title :filename`. */
  readonly permalink: string;
  /** What happens to the entries that are there at the first look: known from then on, or announced like new ones. */
  readonly first: "baseline" | "announce";
}
