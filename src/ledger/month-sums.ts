import { stepName } from "../model/booking.ts";
import { type Counts, measures } from "../model/result.ts";
import { text } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** What posts that went out between two moments have come to by the last look at each. */
export interface MonthSums {
  readonly accounts: readonly Sum[];
  readonly entries: readonly Sum[];
  /** As “newsletter: reminder”. */
  readonly steps: readonly Sum[];
  /** Those that readers did most with, the most first; none with which they did nothing. */
  readonly best: readonly { readonly delivery: string; readonly counts: Counts }[];
}

/** In the order of their first posts. */
export interface Sum {
  readonly name: string;
  /** Of an account. */
  readonly channel: string;
  readonly posts: number;
  readonly gone: number;
  readonly counts: Counts;
}

const told = measures.map((measure) => `sum(result.${measure}) AS ${measure}`).join(", ");
const sums = `min(sent_at) AS first, count(*) AS posts, count(gone_at) AS gone, ${told}`;
const within = "sent_at >= ? AND sent_at < ?";
const reactions = "coalesce(likes, 0) + coalesce(reposts, 0) + coalesce(replies, 0)";

/** Added up by the database: a month may have thousands of posts, and few accounts, entries and steps. */
export async function sumMonth(store: Store, from: Date, to: Date, best: number): Promise<MonthSums> {
  const ask = (sql: string): Promise<readonly Row[]> => store.read(sql, from.toISOString(), to.toISOString());
  const [parts, entries, most] = await Promise.all([
    ask(`SELECT result.account, channel, campaign, step, ${sums} FROM result JOIN delivery ON delivery.id = result.delivery
      WHERE ${within} GROUP BY result.account, channel, campaign, step ORDER BY first`),
    ask(`SELECT entry, ${sums} FROM result WHERE ${within} GROUP BY entry ORDER BY first`),
    ask(`SELECT delivery, ${measures.join(", ")} FROM result WHERE ${within} AND ${reactions} > 0
      ORDER BY ${reactions} DESC, sent_at LIMIT ${Math.trunc(best)}`),
  ]);
  return {
    accounts: groupsOf(parts, (row) => text(row, "account")),
    entries: groupsOf(entries, (row) => text(row, "entry")),
    steps: groupsOf(parts, (row) => `${text(row, "campaign")}: ${stepName(text(row, "step"))}`),
    best: most.map((row) => ({ delivery: text(row, "delivery"), counts: addUp([row]) })),
  };
}

const groupsOf = (rows: readonly Row[], nameOf: (row: Row) => string): readonly Sum[] =>
  [...Map.groupBy(rows, nameOf)].map(([name, some]) => ({
    name,
    channel: text(some[0] ?? {}, "channel"),
    posts: some.reduce((sum, row) => sum + Number(row.posts), 0),
    gone: some.reduce((sum, row) => sum + Number(row.gone), 0),
    counts: addUp(some),
  }));

/** Null for what nobody told. */
function addUp(rows: readonly Row[]): Counts {
  const sum = (measure: (typeof measures)[number]): number | null => {
    const numbers = rows.flatMap((row) => (typeof row[measure] === "number" ? [row[measure]] : []));
    return numbers.length === 0 ? null : numbers.reduce((all, one) => all + one, 0);
  };
  return {
    likes: sum("likes"),
    reposts: sum("reposts"),
    replies: sum("replies"),
    clicks: sum("clicks"),
    views: sum("views"),
  };
}
