import type { EntryState } from "../../model/sighting.ts";
import type { Person } from "../../model/person.ts";
import type { ConfigurationPart } from "./channels.ts";
import type { Written } from "./posts.ts";

/** Where entries come from, and how each place answers. */
export interface Sources {
  all(): Promise<SourcesView>;
  /** Looks at once, whatever its time; undefined where there is no such source. */
  look(name: string, by: Person): Promise<Written | undefined>;
}

export interface SourcesView {
  readonly rows: readonly SourceRow[];
  /** Sources that the file has and that cannot be used, with what is wrong: sentences. */
  readonly broken: readonly { readonly name: string; readonly problems: readonly string[] }[];
}

export interface SourceRow {
  readonly name: string;
  readonly kind: "feed" | "markdown";
  /** failing: it did not answer the last time. partly: not all of it could be read. */
  readonly health: "well" | "unseen" | "partly" | "failing";
  /** In words, with the mend. */
  readonly reason: string | null;
  /** In a row. */
  readonly failures: number;
  /** ISO 8601. */
  readonly polledAt: string | null;
  readonly answeredAt: string | null;
  /** When it is looked at next; null where nobody can tell. */
  readonly nextAt: string | null;
  /** The first look, from which on entries are news. */
  readonly baselineAt: string | null;
  /** Entries that it has brought. */
  readonly entries: number;
  /** Of them, those that wait for a person. */
  readonly held: number;
  readonly brake: number;
  readonly latest: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: EntryState;
    readonly foundAt: string;
  }[];
  readonly configuration: ConfigurationPart;
}
