import type { Correction } from "../model/correction.ts";
import type { Receipt } from "../model/post.ts";
import { correctionOf } from "./corrections.ts";
import { done, failed, later, mine, type AfterMending, type ClaimedCorrection } from "./mended.ts";
import { deliveryOf, text, textOrNull } from "./rows.ts";
import type { Row, Store, Tx } from "./store.ts";

/** The steps of a correction that only its worker may take. Every one but `claim` is false where the lease was lost. */
export interface Mending {
  /** Accounts with a correction that can be carried out. */
  due(now: Date): Promise<readonly string[]>;
  /** When the next one can; null when nothing waits. */
  next(now: Date): Promise<Date | null>;
  /**
   * Takes the account's next correction: first one that was left half-done, then by their times, the last part of a thread first.
   * Undefined where there is none, where anything else of this account is in hand, or the account is parked or busy.
   */
  claim(account: string, worker: string, now: Date, lease: number): Promise<ClaimedCorrection | undefined>;
  /** Once more before the act: the lease, and that the post is live and still the one that was meant. Renews the lease. */
  arm(claimed: ClaimedCorrection, worker: string, now: Date, lease: number): Promise<boolean>;
  /** It is so now. `receipt`: of the post as it was changed; null where it is gone. */
  done(claimed: ClaimedCorrection, worker: string, now: Date, receipt: Receipt | null): Promise<boolean>;
  /** What follows where it is not so. */
  failed(claimed: ClaimedCorrection, worker: string, now: Date, next: AfterMending): Promise<boolean>;
}

export function mendingOf(store: Store): Mending {
  return {
    due: (now) => due(store, now.toISOString()),
    next: (now) => next(store, now.toISOString()),
    claim: (account, worker, now, lease) => store.commit((tx) => claim(tx, account, worker, now, lease)),
    arm: (claimed, worker, now, lease) => store.commit((tx) => arm(tx, claimed, worker, now, lease)),
    done: (claimed, worker, now, receipt) =>
      store.commit((tx) => done(tx, claimed, worker, now.toISOString(), receipt)),
    failed: (claimed, worker, now, after) => store.commit((tx) => failed(tx, claimed, worker, now, after)),
  };
}

/** What has to be waited for: a delivery or another correction in somebody's hand, and what keeps the whole account waiting. */
const free = `NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.account = correction.account AND delivery.state = 'sending')
  AND NOT EXISTS (SELECT 1 FROM correction AS other WHERE other.account = correction.account AND other.state = 'doing' AND other.lease_until > ?)
  AND NOT EXISTS (SELECT 1 FROM account WHERE name = correction.account AND (parked IS NOT NULL OR busy_until > ?))`;

const ready = `((state = 'wanted' AND due_at <= ?) OR (state = 'doing' AND lease_until <= ?)) AND ${free}`;

async function due(store: Store, now: string): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT account FROM correction WHERE state IN ('wanted', 'doing') AND ${ready}`;
  return (await store.read(sql, now, now, now, now)).map((row) => text(row, "account"));
}

async function next(store: Store, now: string): Promise<Date | null> {
  const rows = await store.read(
    `SELECT min(CASE state WHEN 'doing' THEN lease_until ELSE due_at END) AS at FROM correction
     WHERE state = 'doing' OR (state = 'wanted' AND ${free})`,
    now,
    now,
  );
  const at = rows[0] && textOrNull(rows[0], "at");
  return at ? new Date(at) : null;
}

async function claim(
  tx: Tx,
  account: string,
  worker: string,
  now: Date,
  lease: number,
): Promise<ClaimedCorrection | undefined> {
  const at = now.toISOString();
  const [found] = await tx.all(candidate, account, at, at, at, at);
  if (found === undefined) return undefined;
  const [row] = await tx.all(take, worker, later(now, lease), at, text(found, "id"));
  const [about] = await tx.all("SELECT * FROM delivery WHERE id = ?", text(found, "delivery"));
  return row && about && { correction: correctionOf(row), delivery: deliveryOf(about, []) };
}

/** What was left half-done comes first. */
const candidate = `SELECT id, delivery FROM correction WHERE account = ? AND state IN ('wanted', 'doing') AND ${ready}
  ORDER BY CASE state WHEN 'doing' THEN 0 ELSE 1 END, due_at, part DESC, id LIMIT 1`;

const take = `UPDATE correction SET state = 'doing', lease_by = ?, lease_until = ?, changed_at = ? WHERE id = ? RETURNING *`;

/** Seconds that an act may still be under way at the network when nobody waits for its answer any more. */
const settling = 60;

async function arm(
  tx: Tx,
  { correction }: ClaimedCorrection,
  worker: string,
  now: Date,
  lease: number,
): Promise<boolean> {
  const [row] = await tx.all("SELECT state, receipt FROM delivery WHERE id = ?", correction.delivery);
  if (row === undefined || row.state !== "sent" || !isMeant(row, correction)) return false;
  const at = now.toISOString();
  const sql = `UPDATE correction SET tried_at = coalesce(tried_at, ?), settles_at = ?, tries = tries + 1, lease_until = ? ${mine}`;
  return (await tx.run(sql, at, later(now, settling), later(now, lease), correction.id, worker)) === 1;
}

function isMeant(row: Row, { remoteId }: Correction): boolean {
  const receipt = textOrNull(row, "receipt");
  if (receipt === null) return false;
  return remoteId === null || (JSON.parse(receipt) as Receipt).remoteId === remoteId;
}
