import { calls, type Delivery, type State } from "../model/delivery.ts";
import { attemptsOf } from "./deliveries.ts";
import { deliveryOf, text } from "./rows.ts";
import type { Store, Value } from "./store.ts";

/** What somebody looks for in what was. */
export interface HistoryFilter {
  readonly account?: string;
  readonly state?: State;
  readonly campaign?: string;
  readonly entry?: string;
  /** Letters that a post's text or title has; looked for in the newest posts that all else fits, see `reach`. */
  readonly words?: string;
  /** Due at or after; before. ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** The last one of the page before. */
  readonly below?: string;
}

/** Posts in which words are looked for: reading more takes longer than people wait. */
export const reach = 20_000;

export interface History {
  /** The latest first; messages to people are left out. */
  page(filter: HistoryFilter, limit: number): Promise<readonly Delivery[]>;
}

export function historyOf(store: Store): History {
  return { page: (filter, limit) => page(store, filter, limit) };
}

async function page(store: Store, filter: HistoryFilter, limit: number): Promise<readonly Delivery[]> {
  const { where, values } = conditions(filter);
  const order = "ORDER BY due_at DESC, id DESC LIMIT";
  const plain = `SELECT * FROM delivery WHERE ${where} ${order}`;
  const sql =
    filter.words === undefined
      ? `${plain} ${limit}`
      : `SELECT * FROM (${plain} ${reach}) AS newest WHERE post LIKE ? ESCAPE '\\' ${order} ${limit}`;
  const rows = await store.read(
    sql,
    ...values,
    ...(filter.words === undefined ? [] : [likeness(filter.words)]),
  );
  const ids = rows.map((row) => text(row, "id"));
  const attempts = await attemptsOf(store, ids);
  return rows.map((row) => deliveryOf(row, attempts.get(text(row, "id")) ?? []));
}

/** Posts are kept as JSON, in which quotes and backslashes are written otherwise. */
function likeness(words: string): string {
  const written = JSON.stringify(words).slice(1, -1);
  return `%${written.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function conditions(filter: HistoryFilter): { where: string; values: readonly Value[] } {
  const { account, state, campaign, entry, from, to, below } = filter;
  const clauses: readonly (readonly [string, Value | undefined])[] = [
    ["account = ?", account],
    ["state = ?", state],
    ["campaign = ?", campaign],
    ["entry = ?", entry],
    ["due_at >= ?", from],
    ["due_at < ?", to],
    ["(due_at, id) < (SELECT due_at, id FROM delivery WHERE id = ?)", below],
  ];
  const asked = clauses.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  return {
    where: ["campaign <> ?", ...asked.map(({ sql }) => sql)].join(" AND "),
    values: [calls, ...asked.map(({ value }) => value)],
  };
}
