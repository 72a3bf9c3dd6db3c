import type { Entry } from "../model/entry.ts";
import type { Quote } from "../model/quote.ts";
import type { Origin } from "./entries.ts";
import type { Wanted } from "./wanted.ts";

/** What a parser's thread is sent: a document, then a request for more until it has sent everything; or a document to be quoted from. */
export type Request = DocumentRequest | QuoteRequest | { readonly kind: "more" };

export interface DocumentRequest extends Origin {
  readonly kind: "document";
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

export interface QuoteRequest extends Omit<DocumentRequest, "kind"> {
  readonly kind: "quote";
  readonly wanted: Wanted;
}

/** What it answers to each of them. */
export type Answer = Portion | Quoted | Failed;

/** Null: the document does not have that entry any more. */
export interface Quoted {
  readonly kind: "quote";
  readonly quote: Quote | null;
}

/** A few entries at a time, so that taking them in never holds up the rest of the program. */
export interface Portion {
  readonly kind: "entries";
  readonly entries: readonly Entry[];
  readonly feed: FeedFacts;
  readonly last: boolean;
}

/** What is known of a feed as a whole. */
export interface FeedFacts {
  readonly title: string;
  /** As the feed writes it. */
  readonly language: string | null;
  /** The page that it is the feed of. */
  readonly link: string | null;
}

export interface Failed {
  readonly kind: "failed";
  /** One sentence with its mend. */
  readonly reason: string;
}
