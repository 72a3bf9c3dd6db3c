import type { Success } from "../model/campaign.ts";
import { type Counts, type Look, measures, type Track } from "../model/result.ts";
import { marks } from "./deliveries.ts";
import { type MonthSums, sumMonth } from "./month-sums.ts";
import { text, textOrNull } from "./rows.ts";
import { keepingTracks } from "./tracks-kept.ts";
import type { Row, Store, Value } from "./store.ts";

/** What posts came to, to be looked back on. */
export interface Tracks {
  /** Of these entries. */
  ofEntries(entries: readonly string[]): Promise<readonly Track[]>;
  /**
   * Of what went out between two moments, with the looks that tell what it had come to at another one: for what was looked at
   * for the last time before that, the last; for the rest all.
   */
  between(from: Date, to: Date, then: Date): Promise<readonly Track[]>;
  /** What those have come to by now; with so many of the best. */
  sums(from: Date, to: Date, best: number): Promise<MonthSums>;
  /** Entries with posts that are counted, the newest first, from below one on; of one source, if it is named. */
  entries(ask: EntryAsk): Promise<readonly CountedEntry[]>;
  /** The latest look at each of these deliveries that was looked at. */
  latest(deliveries: readonly string[]): Promise<ReadonlyMap<string, Latest>>;
  /** When the first post that is counted went out; null where there is none. ISO 8601. */
  first(): Promise<string | null>;
}

export interface EntryAsk {
  readonly below?: string | undefined;
  readonly source?: string | undefined;
  readonly limit: number;
}

export interface CountedEntry {
  readonly id: string;
  readonly source: string;
  readonly title: string;
}

export interface Latest {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly counts: Counts;
  readonly goneAt: string | null;
}

export function tracksOf(store: Store): Tracks {
  return {
    ofEntries: keepingTracks(store, (entries) => list(store, `result.entry IN (${marks(entries)})`, entries)),
    between: (from, to, then) => between(store, from.toISOString(), to.toISOString(), then.toISOString()),
    sums: (from, to, best) => sumMonth(store, from, to, best),
    entries: (ask) => entriesOf(store, ask),
    latest: async (deliveries) => {
      const sql = `SELECT * FROM result WHERE delivery IN (${marks(deliveries)}) AND at IS NOT NULL`;
      const rows = await store.read(sql, ...deliveries);
      return new Map(rows.map((row) => [text(row, "delivery"), latestOf(row)]));
    },
    first: async () => textOrNull((await store.read("SELECT min(sent_at) AS at FROM result"))[0] ?? {}, "at"),
  };
}

/** As the plan asks: what nobody told is left out. */
export function successOf({ counts: { likes, reposts, replies } }: Pick<Look, "counts">): Success {
  return {
    ...(likes !== null && { likes }),
    ...(reposts !== null && { reposts }),
    ...(replies !== null && { replies }),
  };
}

const sentBetween = "result.sent_at >= ? AND result.sent_at < ?";

async function between(store: Store, from: string, to: string, then: string): Promise<readonly Track[]> {
  const [settled, moving] = await Promise.all([
    store.read(
      `SELECT ${about}, result.at, ${measures.map((measure) => `result.${measure}`).join(", ")}
       FROM result JOIN delivery ON delivery.id = result.delivery WHERE ${sentBetween} AND (result.at IS NULL OR result.at <= ?)`,
      from,
      to,
      then,
    ),
    list(store, `${sentBetween} AND result.at > ?`, [from, to, then]),
  ]);
  return [...settled.map((row) => trackOf(row, isTold(row) ? [row] : [])), ...moving];
}

/** A post that was gone at its first look was never counted. */
const isTold = (row: Row): boolean => row.at !== null && measures.some((measure) => row[measure] !== null);

const about =
  "delivery.id, delivery.entry, delivery.account, sent_at, gone_at, campaign, step, channel, part";

const named = measures.map((measure) => `look.${measure}`).join(", ");

async function list(store: Store, where: string, values: readonly Value[]): Promise<readonly Track[]> {
  const [posts, looks] = await Promise.all([
    store.read(
      `SELECT ${about}
       FROM result JOIN delivery ON delivery.id = result.delivery WHERE ${where}`,
      ...values,
    ),
    store.read(
      `SELECT look.delivery, look.at, ${named} FROM result JOIN look ON look.delivery = result.delivery
       WHERE ${where}`,
      ...values,
    ),
  ]);
  const byPost = Map.groupBy(looks, (row) => text(row, "delivery"));
  return posts.map((row) => trackOf(row, byPost.get(text(row, "id")) ?? []));
}

function trackOf(row: Row, looks: readonly Row[]): Track {
  return {
    delivery: text(row, "id"),
    entry: text(row, "entry"),
    campaign: text(row, "campaign"),
    step: text(row, "step"),
    account: text(row, "account"),
    channel: text(row, "channel"),
    part: Number(row.part),
    sentAt: Date.parse(text(row, "sent_at")),
    goneAt: textOrNull(row, "gone_at"),
    // To sort them here takes half the time that the database needs.
    looks: looks
      .map((look) => ({ at: Date.parse(text(look, "at")), counts: countsIn(look) }))
      .toSorted((a, b) => a.at - b.at),
  };
}

const latestOf = (row: Row): Latest => ({
  at: text(row, "at"),
  counts: countsIn(row),
  goneAt: textOrNull(row, "gone_at"),
});

const countsIn = (row: Row): Counts =>
  countsOf((measure) => {
    const count = row[measure];
    return typeof count === "number" ? count : null;
  });

const countsOf = (count: (measure: (typeof measures)[number]) => number | null): Counts => ({
  likes: count("likes"),
  reposts: count("reposts"),
  replies: count("replies"),
  clicks: count("clicks"),
  views: count("views"),
});

async function entriesOf(store: Store, { below, source, limit }: EntryAsk): Promise<readonly CountedEntry[]> {
  const clauses: readonly (readonly [string, Value | undefined])[] = [
    ["source = ?", source],
    ["(found_at, id) < (SELECT found_at, id FROM entry WHERE id = ?)", below],
  ];
  const asked = clauses.filter(([, value]) => value !== undefined);
  const where = ["EXISTS (SELECT 1 FROM result WHERE result.entry = entry.id)", ...asked.map(([sql]) => sql)];
  const rows = await store.read(
    `SELECT id, source, body ->> '$.title' AS title FROM entry WHERE ${where.join(" AND ")}
     ORDER BY found_at DESC, id DESC LIMIT ${Math.trunc(limit)}`,
    ...asked.map(([, value]) => value ?? null),
  );
  return rows.map((row) => ({ id: text(row, "id"), source: text(row, "source"), title: text(row, "title") }));
}
