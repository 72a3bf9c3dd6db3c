import { calls, type Delivery } from "../model/delivery.ts";
import type { HistoryFilter } from "../model/filter.ts";
import { attemptsOf } from "./deliveries.ts";
import { deliveryOf, text } from "./rows.ts";
import type { Store, Value } from "./store.ts";

/** Posts in which words are looked for where nobody says how many. */
export const reach = 20_000;

export interface History {
  /** The latest first; messages to people are left out. */
  page(filter: HistoryFilter, limit: number): Promise<readonly Delivery[]>;
  /** The last post in which words were looked for; undefined where they were looked for in all. */
  lastSearched(filter: HistoryFilter): Promise<string | undefined>;
  /** The post of an account that is live at an address, by its id. */
  liveAt(account: string, permalink: string): Promise<string | undefined>;
  /** When anything changed last of what an account has sent or taken back, ISO 8601; null where it has nothing of that. */
  changed(account: string): Promise<string | null>;
  /** How many posts an account has of each step of a campaign, as the step is written; threads once. */
  steps(account: string, campaign: string): Promise<ReadonlyMap<string, number>>;
}

const live =
  "SELECT id FROM delivery WHERE account = ? AND state = 'sent' AND receipt ->> '$.permalink' = ? LIMIT 1";

/** As its index has it, letter by letter. */
const lastChange =
  "SELECT max(changed_at) AS at FROM delivery WHERE account = ? AND state IN ('sent', 'retracted', 'unsure')";

const bySteps =
  "SELECT step, count(*) AS many FROM delivery WHERE account = ? AND campaign = ? AND part = 1 GROUP BY step";

export function historyOf(store: Store): History {
  return {
    page: (filter, limit) => page(store, filter, limit),
    lastSearched: async (filter) => {
      const { where, values } = conditions(filter);
      const last = (filter.reach ?? reach) - 1;
      const sql = `SELECT id FROM delivery WHERE ${where} ${orderOf(filter)} LIMIT 1 OFFSET ${last}`;
      const [row] = await store.read(sql, ...values);
      return row && text(row, "id");
    },
    liveAt: async (account, permalink) => {
      const [row] = await store.read(live, account, permalink);
      return row && text(row, "id");
    },
    changed: async (account) => {
      const [row] = await store.read(lastChange, account);
      return row?.at == null ? null : text(row, "at");
    },
    steps: async (account, campaign) => {
      const rows = await store.read(bySteps, account, campaign);
      return new Map(rows.map((row) => [text(row, "step"), Number(row.many)]));
    },
  };
}

async function page(store: Store, filter: HistoryFilter, limit: number): Promise<readonly Delivery[]> {
  const { where, values } = conditions(filter);
  const order = `${orderOf(filter)} LIMIT`;
  const plain = `SELECT * FROM delivery WHERE ${where} ${order}`;
  const sql =
    filter.words === undefined
      ? `${plain} ${limit}`
      : `SELECT * FROM (${plain} ${filter.reach ?? reach}) AS newest WHERE post LIKE ? ESCAPE '\\' ${order} ${limit}`;
  const rows = await store.read(
    sql,
    ...values,
    ...(filter.words === undefined ? [] : [likeness(filter.words)]),
  );
  const ids = rows.map((row) => text(row, "id"));
  const attempts = await attemptsOf(store, ids);
  return rows.map((row) => deliveryOf(row, attempts.get(text(row, "id")) ?? []));
}

/** As the index is by which the database finds the few of an account that are in a state. */
const byPart = ({ account, state, entry }: HistoryFilter): boolean =>
  account !== undefined && state !== undefined && entry === undefined;

const orderOf = (filter: HistoryFilter): string =>
  `ORDER BY due_at DESC, ${byPart(filter) ? "part DESC, " : ""}id DESC`;

/** Posts are kept as JSON, in which quotes and backslashes are written otherwise. */
function likeness(words: string): string {
  const written = JSON.stringify(words).slice(1, -1);
  return `%${written.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

export function conditions(filter: HistoryFilter): { where: string; values: readonly Value[] } {
  const { account, state, campaign, entry, from, to, below } = filter;
  // Of one entry there are few: the database must not go through all that its account, campaign or state ever had instead.
  const own = entry === undefined ? "" : " || ''";
  // Its time first: with all of it at once the database would go by time alone, past much of what is not asked for.
  const place = byPart(filter) ? "part, id" : "id";
  const before = "(SELECT due_at FROM delivery WHERE id = ?)";
  const clauses: readonly (readonly [string, Value | undefined])[] = [
    [`account${own} = ?`, account],
    [`state${own} = ?`, state],
    [`campaign${own} = ?`, campaign],
    ["entry = ?", entry],
    ["due_at >= ?", from],
    ["due_at < ?", to],
    [`due_at <= ${before}`, below],
    [`(due_at || '', ${place}) < (SELECT due_at, ${place} FROM delivery WHERE id = ?)`, below],
  ];
  const asked = clauses.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  return {
    where: ["campaign <> ?", ...asked.map(({ sql }) => sql)].join(" AND "),
    values: [calls, ...asked.map(({ value }) => value)],
  };
}
