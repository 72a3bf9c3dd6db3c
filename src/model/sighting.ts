import type { Entry } from "./entry.ts";

/**
 * What an entry in the ledger is to us. baseline: was there before we were. old: new to us, but dated too long ago to be news.
 * ignored: not of the kind that the source asks for. held: a person must say. news: gets its posts.
 */
export type EntryState = "baseline" | "old" | "ignored" | "held" | "news";

/** An entry as the ledger keeps it. */
export interface KnownEntry {
  /** The ledger's own, which survives every change in the source. */
  readonly id: string;
  readonly entry: Entry;
  readonly state: EntryState;
  /** Why it is held or old, in one sentence; null otherwise. */
  readonly reason: string | null;
  /** ISO 8601, UTC: first seen; became news; all its posts were planned. */
  readonly foundAt: string;
  readonly newsAt: string | null;
  readonly plannedAt: string | null;
  /** Of its text, without HTML: changes when the words do. */
  readonly fingerprint: string;
}

/** Everything that an entry was ever known by in its source. */
export interface EntryKey {
  readonly kind: "id" | "url" | "title" | "text";
  readonly value: string;
}

/** What one look at a source says about one of its entries. */
export type Sighting =
  | {
      readonly kind: "new";
      readonly entry: Entry;
      readonly state: EntryState;
      readonly reason: string | null;
    }
  | { readonly kind: "same"; readonly entry: Entry; readonly known: string }
  | {
      readonly kind: "changed";
      readonly entry: Entry;
      readonly known: string;
      readonly what: readonly ("title" | "url" | "text" | "link" | "words")[];
    };
