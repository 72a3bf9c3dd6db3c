import { calls, type Attempt, type Delivery, type State } from "../model/delivery.ts";
import type { Json } from "../model/json.ts";
import type { Post, Receipt } from "../model/post.ts";
import { deliveryOf, text, textOrNull } from "./rows.ts";
import { marks } from "./deliveries.ts";
import type { Store, Tx, Value } from "./store.ts";
import { replyOf } from "./reply.ts";
import { follow, isStranded, ready } from "./threads.ts";

/** The steps of a delivery that only its worker may take. Every one but `claim` is false where the lease was lost. */
export interface Claims {
  /** Accounts with something due, or with something left in `sending` whose lease has ended. */
  due(now: Date): Promise<readonly string[]>;
  /** When the next delivery is due, or the next lease ends; null when nothing waits. */
  next(now: Date): Promise<Date | null>;
  /**
   * Takes the account's next delivery: first one left in `sending`, then the first due. Undefined where there is none,
   * where another worker has one of this account, or the account is parked or busy.
   */
  claim(account: string, worker: string, now: Date, lease: number): Promise<Claimed | undefined>;
  /** Commits the memo before `publish`, which may begin for `begins` seconds (0), and renews the lease. */
  arm(id: string, worker: string, memo: Json, now: Date, lease: number, begins?: number): Promise<boolean>;
  /** The receipt, and with it the end. */
  sent(id: string, worker: string, attempt: Attempt, receipt: Receipt): Promise<boolean>;
  /** What follows a try that did not end in a receipt. */
  failed(id: string, worker: string, attempt: Attempt | null, next: Next): Promise<boolean>;
  /** Ends the leases of workers that have died, so that what they left is looked at now. */
  expire(workers: readonly string[], now: Date): Promise<number>;
  /** Those that wait for their entry's page, or all that wait for one, look again now, in the order in which they were first due. */
  hurry(entry?: string): Promise<number>;
  /** Workers that hold a lease. */
  holders(): Promise<readonly string[]>;
  /** The receipts of the thread's first part and of the part before; of a note, those of the thread that it is below. */
  reply(delivery: Delivery): Promise<{ root: Receipt; parent: Receipt } | null>;
}

export interface Claimed {
  readonly delivery: Delivery;
  /** It was `sending` when its worker died or lost the answer: look before anything is published. */
  readonly left: boolean;
}

export interface Next {
  readonly state: State;
  readonly reason: string | null;
  /** When to try again, or (still `sending`) to look again. */
  readonly at?: Date;
  /** Until when the try was under way, where that is known better than when it was armed. */
  readonly triedAt?: Date;
  /** It waits for the page that it links to, since then: no try, and no failure. */
  readonly waitsSince?: Date;
  /** From now on it says this; no try either. */
  readonly post?: Post;
  /** Held with the part before it, and scheduled again with it. */
  readonly setAside?: true;
  /** Forget the memo: nothing of it is live. */
  readonly anew?: boolean;
  /** The whole account waits until then. */
  readonly busyUntil?: Date;
  /** The whole account waits for an operator. */
  readonly park?: string;
}

export function claimsOf(store: Store): Claims {
  return {
    due: (now) => due(store, now.toISOString()),
    next: (now) => next(store, now.toISOString()),
    claim: (account, worker, now, lease) => store.commit((tx) => claim(tx, account, worker, now, lease)),
    arm: (id, worker, memo, now, lease, begins = 0) =>
      store.commit((tx) => arm(tx, id, worker, memo, now, { lease, begins })),
    sent: (id, worker, attempt, receipt) => store.commit((tx) => sent(tx, id, worker, attempt, receipt)),
    failed: (id, worker, attempt, after) => store.commit((tx) => failed(tx, id, worker, attempt, after)),
    expire: (workers, now) => store.commit((tx) => expire(tx, workers, now)),
    hurry: (entry) => store.commit((tx) => hurry(tx, entry)),
    holders: async () =>
      (
        await store.read(
          `SELECT lease_by FROM delivery WHERE state = 'sending' AND lease_by IS NOT NULL
           UNION SELECT lease_by FROM correction WHERE state = 'doing' AND lease_by IS NOT NULL`,
        )
      ).map((row) => text(row, "lease_by")),
    reply: (delivery) => replyOf(store, delivery),
  };
}

/** Accounts that an operator or the network makes wait. */
const waits = "account IN (SELECT name FROM account WHERE parked IS NOT NULL OR busy_until > ?)";

/** A person holds everything back, but for what calls people. */
const stopped = `(campaign <> '${calls}' AND EXISTS (SELECT 1 FROM stop WHERE ended_at IS NULL))`;

/** Accounts of which a worker has a delivery, or a correction of one, in hand. */
const inHand = `(account IN (SELECT account FROM delivery WHERE state = 'sending' AND lease_until > ?)
  OR account IN (SELECT account FROM correction WHERE state = 'doing' AND lease_until > ?))`;

async function due(store: Store, now: string): Promise<readonly string[]> {
  const rows = await store.read(
    `SELECT DISTINCT account FROM delivery WHERE NOT ${waits} AND NOT ${inHand}
     AND ((state = 'scheduled' AND due_at <= ? AND NOT ${stopped} AND ${ready}) OR state = 'sending')`,
    now,
    now,
    now,
    now,
  );
  return rows.map((row) => text(row, "account"));
}

/** The first of: a delivery that nothing keeps waiting comes due, a lease ends, an account may go on. */
async function next(store: Store, now: string): Promise<Date | null> {
  const rows = await store.read(
    `SELECT * FROM (SELECT due_at AS at FROM delivery
       WHERE state = 'scheduled' AND NOT ${stopped} AND NOT ${waits} AND NOT ${inHand} AND ${ready} ORDER BY due_at LIMIT 1) AS first
     UNION ALL SELECT min(lease_until) FROM delivery WHERE state = 'sending' AND NOT ${waits}
     UNION ALL SELECT min(busy_until) FROM account WHERE parked IS NULL AND busy_until > ?`,
    now,
    now,
    now,
    now,
    now,
  );
  const moments = rows.flatMap((row) => textOrNull(row, "at") ?? []).toSorted();
  return moments[0] === undefined ? null : new Date(moments[0]);
}

async function claim(
  tx: Tx,
  account: string,
  worker: string,
  now: Date,
  lease: number,
): Promise<Claimed | undefined> {
  const at = now.toISOString();
  const [found] = await tx.all(candidate, account, at, account, at, account, account, at, account, at);
  if (found === undefined) return undefined;
  const [row] = await tx.all(take, worker, later(now, lease), at, text(found, "id"));
  return row && { delivery: deliveryOf(row, []), left: found.state === "sending" };
}

/**
 * What was left half-done comes first. None where a worker has the account in hand, where what is live has to be corrected
 * before anything else is said, or where it must wait.
 */
const candidate = `SELECT id, state FROM delivery WHERE id = coalesce(
    (SELECT id FROM delivery WHERE account = ? AND state = 'sending' ORDER BY lease_until DESC LIMIT 1),
    (SELECT id FROM delivery WHERE due_at <= ? AND account = ? AND state = 'scheduled' AND NOT ${stopped} AND ${ready}
      ORDER BY due_at, part, id LIMIT 1))
  AND (state = 'scheduled' OR lease_until <= ?)
  AND (state = 'sending' OR NOT (EXISTS (SELECT 1 FROM correction WHERE state = 'doing' AND account = ?)
    OR EXISTS (SELECT 1 FROM correction WHERE state = 'wanted' AND account = ? AND due_at <= ?)))
  AND NOT EXISTS (SELECT 1 FROM account WHERE name = ? AND (parked IS NOT NULL OR busy_until > ?))`;

const take = `UPDATE delivery SET state = 'sending', lease_by = ?, lease_until = ?, changed_at = ? WHERE id = ? RETURNING *`;

const later = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

const mine = "WHERE id = ? AND state = 'sending' AND lease_by = ?";

async function arm(
  tx: Tx,
  id: string,
  worker: string,
  memo: Json,
  now: Date,
  { lease, begins }: { readonly lease: number; readonly begins: number },
): Promise<boolean> {
  const at = now.toISOString();
  const sql = `UPDATE delivery SET memo = ?, armed_at = coalesce(armed_at, ?), tried_at = ?, lease_until = ? ${mine}`;
  return (
    (await tx.run(sql, JSON.stringify(memo), at, later(now, begins), later(now, lease), id, worker)) === 1
  );
}

async function sent(
  tx: Tx,
  id: string,
  worker: string,
  attempt: Attempt,
  receipt: Receipt,
): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE delivery SET state = 'sent', receipt = ?, reason = NULL, tries = 0, waits_since = NULL, lease_by = NULL, lease_until = NULL, changed_at = ? ${mine}`,
    JSON.stringify(receipt),
    attempt.at,
    id,
    worker,
  );
  if (changed === 1) await record(tx, id, attempt);
  return changed === 1;
}

async function failed(
  tx: Tx,
  id: string,
  worker: string,
  attempt: Attempt | null,
  met: Next,
): Promise<boolean> {
  // The part before may have come back meanwhile.
  const isBack = met.setAside === true && !(await isStranded(tx, id));
  const after: Next = isBack ? { state: "scheduled", reason: null } : met;
  const settling = after.state === "sending";
  const at = after.at?.toISOString() ?? null;
  const pairs: [string, Value][] = [
    ["state", after.state],
    ["reason", after.reason],
    ["lease_until", settling ? at : null],
    ["waits_since", after.waitsSince?.toISOString() ?? null],
  ];
  if (!settling) pairs.push(["lease_by", null]);
  if (!settling && at !== null) pairs.push(["due_at", at]);
  if (after.triedAt !== undefined) pairs.push(["tried_at", after.triedAt.toISOString()]);
  // Nothing of it is live: whoever dies with it before it is armed again leaves no doubt.
  else if (!settling && after.state !== "unsure") pairs.push(["tried_at", null]);
  if (after.post !== undefined) pairs.push(["post", JSON.stringify(after.post)]);
  if (after.setAside) pairs.push(["set_aside", "scheduled"]);
  if (after.anew) pairs.push(["memo", null], ["armed_at", null]);
  const set = pairs.map(([column]) => `${column} = ?`).join(", ");
  const tried = after.waitsSince === undefined && after.post === undefined && !met.setAside;
  const changed = await tx.run(
    `UPDATE delivery SET ${set}, tries = tries + ${tried ? 1 : 0} ${mine}`,
    ...pairs.map(([, value]) => value),
    id,
    worker,
  );
  if (changed !== 1) return false;
  if (attempt !== null && !isBack) await record(tx, id, attempt);
  if (after.state === "cancelled") await follow(tx, id, after.state);
  await wait(tx, id, after);
  return true;
}

/** What a failure means for the delivery's whole account. */
export async function wait(
  tx: Tx,
  id: string,
  after: Pick<Next, "busyUntil" | "park" | "reason">,
): Promise<void> {
  if (after.busyUntil === undefined && after.park === undefined) return;
  await tx.run(
    `INSERT INTO account (name, parked, busy_until, reason) SELECT account, ?, ?, ? FROM delivery WHERE id = ?
     ON CONFLICT (name) DO UPDATE SET parked = excluded.parked, busy_until = excluded.busy_until, reason = excluded.reason`,
    after.park ?? null,
    after.busyUntil?.toISOString() ?? null,
    after.reason,
    id,
  );
}

async function record(tx: Tx, id: string, attempt: Attempt): Promise<void> {
  await tx.run(
    `INSERT INTO attempt (delivery, number, at, outcome, reason)
     SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM attempt WHERE delivery = ?`,
    id,
    attempt.at,
    attempt.outcome,
    attempt.reason,
    id,
  );
}

/** `first_due_at` is when it was first meant to go out: what waited longest goes first. */
function hurry(tx: Tx, entry?: string): Promise<number> {
  const sql = `UPDATE delivery SET due_at = first_due_at
    WHERE state = 'scheduled' AND waits_since IS NOT NULL AND due_at > first_due_at`;
  return entry === undefined ? tx.run(sql) : tx.run(`${sql} AND entry = ?`, entry);
}

async function expire(tx: Tx, workers: readonly string[], now: Date): Promise<number> {
  const held = `lease_by IN (${marks(workers)}) AND lease_until > ?`;
  const values = [now.toISOString(), ...workers, now.toISOString()] as const;
  const posts = `UPDATE delivery SET lease_until = ? WHERE state = 'sending' AND ${held}`;
  const corrections = `UPDATE correction SET lease_until = ? WHERE state = 'doing' AND ${held}`;
  return (await tx.run(posts, ...values)) + (await tx.run(corrections, ...values));
}
