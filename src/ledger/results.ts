import { calls, tests } from "../model/delivery.ts";
import { type Counts, measures } from "../model/result.ts";
import type { Receipt } from "../model/post.ts";
import { marks } from "./deliveries.ts";
import { json, text } from "./rows.ts";
import type { Row, Store, Tx, Value } from "./store.ts";

/** The counting of posts: which are to be looked at, and what was seen. */
export interface Results {
  /** Begins with what an account sent since a moment and is not counted yet; `first`: when each is to be looked at, by when it was sent. */
  begin(account: string, since: Date, first: (sentAt: Date) => Date | null): Promise<void>;
  /** Takes posts of an account whose look is due, the longest waiting first: until `until` nobody else gets them. */
  take(account: string, now: Date, until: Date, most: number): Promise<readonly Due[]>;
  /** Looks at posts of an account since a moment. */
  countSince(account: string, since: Date): Promise<number>;
  keep(seen: readonly Seen[], at: Date): Promise<void>;
  /** What was taken is given back: no post of the account is looked at before a moment; those that went out before `since` never again. */
  putOff(account: string, taken: readonly string[], until: Date, since: Date): Promise<void>;
  /** Whether the account has something in hand, or due before a moment. */
  isOccupied(account: string, before: Date): Promise<boolean>;
}

/** A post to be looked at. */
export interface Due {
  readonly delivery: string;
  readonly campaign: string;
  readonly sentAt: Date;
  readonly receipt: Receipt;
  /** The next part of the thread replies to it: one of its replies is ours. */
  readonly replied: boolean;
}

export interface Seen {
  readonly delivery: string;
  /** Seconds after it went out: the age that the look was meant for. */
  readonly age: number;
  /** Null: the post is gone. */
  readonly counts: Counts | null;
  readonly nextAt: Date | null;
}

export function resultsOf(store: Store): Results {
  return {
    begin: (account, since, first) => begin(store, account, since, first),
    take: (account, now, until, most) => take(store, account, now.toISOString(), until.toISOString(), most),
    countSince: async (account, since) => {
      const sql = "SELECT count(*) AS many FROM result WHERE account = ? AND at > ?";
      return Number((await store.read(sql, account, since.toISOString()))[0]?.many ?? 0);
    },
    keep: (seen, at) =>
      store.commit(async (tx) => {
        for (const one of seen) await keepOne(tx, one, at.toISOString());
      }),
    putOff: (account, taken, until, since) =>
      store.commit(async (tx) => {
        const [later, old] = [until.toISOString(), since.toISOString()];
        const sql = `UPDATE result SET next_at = CASE WHEN sent_at < ? THEN NULL ELSE ? END
          WHERE account = ? AND (next_at < ? OR delivery IN (${marks(taken)}))`;
        await tx.run(sql, old, later, account, later, ...taken);
      }),
    isOccupied: async (account, before) =>
      (await store.read(occupied, account, account, before.toISOString(), account)).length > 0,
  };
}

const occupied = `SELECT 1 FROM delivery WHERE account = ? AND state = 'sending'
  UNION ALL SELECT 1 FROM delivery WHERE account = ? AND state = 'scheduled' AND due_at <= ?
  UNION ALL SELECT 1 FROM correction WHERE account = ? AND state IN ('wanted', 'doing') LIMIT 1`;

async function begin(
  store: Store,
  account: string,
  since: Date,
  first: (sentAt: Date) => Date | null,
): Promise<void> {
  const sql = `SELECT id, entry, receipt FROM delivery WHERE account = ? AND state = 'sent' AND due_at >= ?
    AND campaign NOT IN (?, ?) AND NOT EXISTS (SELECT 1 FROM result WHERE result.delivery = delivery.id)`;
  const found = await store.read(sql, account, since.toISOString(), calls, tests);
  const fresh = found.flatMap((row) => {
    const sentAt = json<Receipt>(row, "receipt")?.at;
    return sentAt === undefined ? [] : [{ row, sentAt, nextAt: first(new Date(sentAt)) }];
  });
  if (fresh.length === 0) return;
  await store.commit(async (tx) => {
    for (const { row, sentAt, nextAt } of fresh) {
      const insert = `INSERT INTO result (delivery, entry, account, sent_at, next_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
      const at = nextAt?.toISOString() ?? null;
      await tx.run(insert, text(row, "id"), text(row, "entry"), account, sentAt, at);
    }
  });
}

async function take(
  store: Store,
  account: string,
  now: string,
  until: string,
  most: number,
): Promise<readonly Due[]> {
  const due = `SELECT delivery FROM result WHERE account = ? AND next_at <= ? ORDER BY next_at LIMIT ${Math.trunc(most)}`;
  if ((await store.read(due, account, now)).length === 0) return [];
  const taken = await store.commit((tx) =>
    tx.all(
      `UPDATE result SET next_at = ? WHERE next_at <= ? AND delivery IN (${due}) RETURNING delivery`,
      until,
      now,
      account,
      now,
    ),
  );
  const ids = taken.map((row) => text(row, "delivery"));
  const rows = await store.read(
    `SELECT id, campaign, receipt, sent_at, EXISTS (SELECT 1 FROM delivery AS next WHERE next.account = delivery.account
        AND next.campaign = delivery.campaign AND next.step = delivery.step AND next.entry = delivery.entry
        AND next.story = delivery.story AND next.part = delivery.part + 1 AND next.state = 'sent') AS replied
     FROM delivery JOIN result ON result.delivery = id WHERE id IN (${marks(ids)}) ORDER BY sent_at`,
    ...ids,
  );
  return rows.flatMap(dueOf);
}

function dueOf(row: Row): readonly Due[] {
  const receipt = json<Receipt>(row, "receipt");
  if (receipt === null) return [];
  const sentAt = new Date(text(row, "sent_at"));
  return [
    {
      delivery: text(row, "id"),
      campaign: text(row, "campaign"),
      sentAt,
      receipt,
      replied: row.replied === 1,
    },
  ];
}

/** A post that is gone keeps what was last seen of it. */
async function keepOne(tx: Tx, { delivery, age, counts, nextAt }: Seen, at: string): Promise<void> {
  if (counts === null) {
    const gone = "UPDATE result SET at = ?, gone_at = ?, next_at = NULL WHERE delivery = ?";
    return void (await tx.run(gone, at, at, delivery));
  }
  const values: readonly Value[] = measures.map((measure) => counts[measure]);
  const set = measures.map((measure) => `${measure} = ?`).join(", ");
  const next = nextAt?.toISOString() ?? null;
  await tx.run(
    `UPDATE result SET at = ?, next_at = ?, ${set} WHERE delivery = ?`,
    at,
    next,
    ...values,
    delivery,
  );
  const names = measures.join(", ");
  await tx.run(
    `INSERT INTO look (delivery, age, at, ${names}) VALUES (?, ?, ?, ${marks(values)}) ON CONFLICT DO NOTHING`,
    delivery,
    age,
    at,
    ...values,
  );
}
