import { LedgerError, type Rows } from "./store.ts";
import { tablesOf } from "./schema.ts";

/**
 * Tables of what ends soon by itself: a backup must not bring back who had signed out, a link that was used up, or a token that
 * was ended, nor tell anybody again of what happened. Sums are kept by the database itself.
 */
export const fleeting: ReadonlySet<string> = new Set([
  "sign_in",
  "session",
  "invitation",
  "worker",
  "subscription",
  "api_token",
  "api_answer",
  "event",
  "event_target",
  "delivery_count",
]);

/** The first line of an export. */
export interface Head {
  readonly carillon: "ledger";
  /** The number of the newest migration that its tables know. */
  readonly form: number;
  /** ISO 8601, UTC: when the ledger was as the export tells it; null where that is not known. Those without it end anyhow. */
  readonly at?: string | null;
}

/** The last line, without which an export is cut short. */
export interface Tail {
  readonly carillon: "end";
  readonly rows: number;
}

/** The ledger as JSON Lines, one row a line, tokens as they stand in it: sealed. */
export async function* dump(rows: Rows, at: string | null): AsyncGenerator<string> {
  const head: Head = { carillon: "ledger", form: await formOf(rows), at };
  yield JSON.stringify(head);
  let many = 0;
  for (const { name } of (await tablesOf(rows)).filter((table) => !fleeting.has(table.name)))
    for await (const row of rows(`SELECT * FROM "${name}"`)) {
      many += 1;
      yield JSON.stringify({ table: name, ...row });
    }
  const tail: Tail = { carillon: "end", rows: many };
  yield JSON.stringify(tail);
}

/** Throws LedgerError where the file is SQLite's, yet no ledger. */
export async function formOf(rows: Rows): Promise<number> {
  const known = await Array.fromAsync(
    rows("SELECT 1 FROM sqlite_master WHERE name IN ('version', 'delivery')"),
  );
  const [row] = known.length === 2 ? await Array.fromAsync(rows("SELECT number FROM version")) : [];
  if (row === undefined)
    throw new LedgerError("The file is no ledger: it may be empty, or another program's.");
  return Number(row.number);
}

/** When a ledger was last written to, as far as its rows tell; null where nothing does. */
export async function lastWord(rows: Rows): Promise<string | null> {
  const [row] = await Array.fromAsync(rows(newestMoment));
  return row?.at ? String(row.at) : null;
}

const newestMoment = `SELECT max(at) AS at FROM (SELECT max(changed_at) AS at FROM delivery
  UNION ALL SELECT max(polled_at) FROM source UNION ALL SELECT max(at) FROM audit
  UNION ALL SELECT max(found_at) FROM entry) AS moments`;
