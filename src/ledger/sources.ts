import { text, textOrNull } from "./rows.ts";
import type { Row, Store, Tx } from "./store.ts";

/** What is remembered of a source between two looks. Times are ISO 8601 in UTC. */
export interface SourceState {
  readonly name: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  /** The first successful look, from which on entries are news. */
  readonly baselineAt: string | null;
  readonly polledAt: string | null;
  readonly answeredAt: string | null;
  /** Not before then: the server asked for it, or it keeps failing. */
  readonly nextAt: string | null;
  /** In a row. */
  readonly failures: number;
  readonly reason: string | null;
}

export interface Sources {
  all(): Promise<ReadonlyMap<string, SourceState>>;
  set(state: SourceState): Promise<void>;
  /** Notes that these answered, and what else is known of them holds. */
  answered(names: readonly string[], at: Date): Promise<void>;
}

export const unseen = (name: string): SourceState => ({
  name,
  etag: null,
  lastModified: null,
  bodyHash: null,
  baselineAt: null,
  polledAt: null,
  answeredAt: null,
  nextAt: null,
  failures: 0,
  reason: null,
});

export function sourcesOf(store: Store): Sources {
  return {
    all: async () =>
      new Map((await store.read("SELECT * FROM source")).map((row) => [text(row, "name"), stateOf(row)])),
    set: (state) => store.commit((tx) => keepState(tx, state)),
    answered: async (names, at) => {
      if (names.length > 0) await store.commit((tx) => note(tx, names, at.toISOString()));
    },
  };
}

/** Names in one statement. */
const together = 500;

async function note(tx: Tx, names: readonly string[], at: string): Promise<void> {
  for (let from = 0; from < names.length; from += together) {
    const some = names.slice(from, from + together);
    const places = some.map(() => "?").join(", ");
    await tx.run(
      `UPDATE source SET polled_at = ?, answered_at = ? WHERE name IN (${places})`,
      at,
      at,
      ...some,
    );
  }
}

export async function keepState(tx: Tx, state: SourceState): Promise<void> {
  await tx.run(upsert, ...valuesOf(state));
}

const columns = [
  "name",
  "etag",
  "last_modified",
  "body_hash",
  "baseline_at",
  "polled_at",
  "answered_at",
  "next_at",
  "failures",
  "reason",
];
const upsert = `INSERT INTO source (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
  ON CONFLICT (name) DO UPDATE SET ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(", ")}`;

const valuesOf = (state: SourceState) =>
  [
    state.name,
    state.etag,
    state.lastModified,
    state.bodyHash,
    state.baselineAt,
    state.polledAt,
    state.answeredAt,
    state.nextAt,
    state.failures,
    state.reason,
  ] as const;

function stateOf(row: Row): SourceState {
  return {
    name: text(row, "name"),
    etag: textOrNull(row, "etag"),
    lastModified: textOrNull(row, "last_modified"),
    bodyHash: textOrNull(row, "body_hash"),
    baselineAt: textOrNull(row, "baseline_at"),
    polledAt: textOrNull(row, "polled_at"),
    answeredAt: textOrNull(row, "answered_at"),
    nextAt: textOrNull(row, "next_at"),
    failures: Number(row.failures),
    reason: textOrNull(row, "reason"),
  };
}
