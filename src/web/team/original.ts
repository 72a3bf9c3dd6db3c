import type { Quote } from "../../model/quote.ts";

/** What entries say where they came from. */
export interface Originals {
  /** Reads its source again; undefined where there is no such entry. */
  show(entry: string): Promise<Original | undefined>;
}

export interface Original {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly source: string;
  readonly language: string | null;
  /** gone: the source does not show it any more. later: it asked to be left alone for a while. Else why it could not be read: a sentence. */
  readonly found: Quote | "gone" | "later" | { readonly reason: string };
}
