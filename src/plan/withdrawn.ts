import type { KnownEntry } from "../model/sighting.ts";
import type { Source } from "../model/source.ts";

/** What one look at a source showed of what is known of it. */
export interface Shown {
  readonly kind: Source["kind"];
  /** Ledger ids of all that it shows. */
  readonly present: ReadonlySet<string>;
  readonly known: readonly KnownEntry[];
}

/**
 * Whether an entry that a source showed before was taken back. A full feed loses its oldest entries to new ones: what vanished while
 * something older still stands there was taken out. What was the oldest, or the only one, proves nothing. Files have no such end.
 * Pure.
 */
export function isWithdrawn({ id }: Pick<KnownEntry, "id">, { kind, present, known }: Shown): boolean {
  const entry = known.find((one) => one.id === id);
  if (entry === undefined || present.has(id)) return false;
  const others = known.filter((one) => present.has(one.id));
  return kind === "markdown" ? others.length > 0 : others.some((one) => isOlder(one, entry));
}

/** By their own dates; by when they were found where one has none. */
function isOlder(one: KnownEntry, other: KnownEntry): boolean {
  const [a, b] = [one.entry.published, other.entry.published];
  return a === null || b === null ? one.foundAt < other.foundAt : Date.parse(a) < Date.parse(b);
}
