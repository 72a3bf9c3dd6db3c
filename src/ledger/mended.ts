import type { Correction } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { wait } from "./claims.ts";
import { republish } from "./correction-posts.ts";
import type { Tx } from "./store.ts";

export interface ClaimedCorrection {
  readonly correction: Correction;
  /** As it was when claimed. */
  readonly delivery: Delivery;
}

export interface AfterMending {
  readonly state: "wanted" | "failed" | "dismissed" | "done";
  readonly reason: string;
  /** When to try again. */
  readonly at?: Date;
  /** The act may still come through for this many seconds: nothing else is done to the post until then. */
  readonly settling?: number;
  /** The delivery never went out, and is not to. */
  readonly cancel?: boolean;
  /** The whole account waits. */
  readonly busyUntil?: Date;
  readonly park?: string;
}

export const later = (now: Date, seconds: number): string =>
  new Date(now.getTime() + seconds * 1000).toISOString();

/** Of the worker that has it in hand. */
export const mine = "WHERE id = ? AND state = 'doing' AND lease_by = ?";

/** The end of a correction, and what it makes of the delivery: both or neither. */
export async function done(
  tx: Tx,
  claimed: ClaimedCorrection,
  worker: string,
  now: string,
  receipt: Receipt | null,
): Promise<boolean> {
  const { correction, delivery } = claimed;
  const again = correction.triedAt !== null;
  const end = `UPDATE correction SET state = 'done', reason = NULL, lease_by = NULL, lease_until = NULL, changed_at = ?
    ${again ? "" : ", settles_at = NULL"} ${mine}`;
  if ((await tx.run(end, now, correction.id, worker)) !== 1) return false;
  if (again) await pushBack(tx, correction, now);
  if (receipt !== null) return rewrite(tx, claimed, receipt, now);
  const gone = `UPDATE delivery SET state = 'retracted', reason = ?, changed_at = ? WHERE id = ? AND state = 'sent'`;
  await tx.run(gone, worded`Taken back by ${correction.who ?? worded`nobody known`}.`, now, delivery.id);
  if (correction.remedy !== "replace") return true;
  const made = await republish(tx, delivery, correction.posts, correction.decidedAt ?? now, now);
  await tx.run("UPDATE correction SET made = ? WHERE id = ?", made, correction.id);
  return true;
}

/** What an earlier try of it may still do must be over before anything else is done to the post. */
async function pushBack(tx: Tx, { delivery, id }: Correction, now: string): Promise<void> {
  await tx.run(
    `UPDATE correction SET due_at = (SELECT settles_at FROM correction WHERE id = ?)
     WHERE delivery = ? AND state = 'wanted' AND due_at < (SELECT coalesce(settles_at, ?) FROM correction WHERE id = ?)`,
    id,
    delivery,
    now,
    id,
  );
}

async function rewrite(
  tx: Tx,
  { correction, delivery }: ClaimedCorrection,
  receipt: Receipt,
  now: string,
): Promise<boolean> {
  const post = correction.posts[correction.part - 1] ?? delivery.post;
  const byHand = correction.changes.length === 0 ? ", edited = 1" : "";
  const sql = `UPDATE delivery SET post = ?, receipt = ?, changed_at = ?${byHand} WHERE id = ? AND state = 'sent'`;
  await tx.run(sql, JSON.stringify(post), JSON.stringify(receipt), now, delivery.id);
  return true;
}

/** What follows where it is not done, also for the thread and the account. */
export async function failed(
  tx: Tx,
  { correction, delivery }: ClaimedCorrection,
  worker: string,
  now: Date,
  after: AfterMending,
): Promise<boolean> {
  const newer = "SELECT 1 FROM correction WHERE delivery = ? AND state = 'wanted'";
  const overtaken = after.state === "wanted" && (await tx.all(newer, correction.delivery)).length > 0;
  const at = now.toISOString();
  const settles = after.settling === undefined ? null : later(now, after.settling);
  const changed = await tx.run(
    `UPDATE correction SET state = ?, reason = ?, due_at = ?, lease_by = NULL, lease_until = NULL, changed_at = ?,
     settles_at = coalesce(?, CASE WHEN tries > 1 THEN settles_at END) ${mine}`,
    overtaken ? "dismissed" : after.state,
    overtaken ? worded`A later decision took its place.` : after.reason,
    (after.at ?? now).toISOString(),
    at,
    settles,
    correction.id,
    worker,
  );
  if (changed !== 1) return false;
  if (overtaken) await pushBack(tx, correction, at);
  await holdThread(tx, delivery, after);
  if (after.cancel) await cancel(tx, delivery, after.reason, at);
  await wait(tx, delivery.id, after);
  return true;
}

/** The parts before it in a thread wait as long: it is taken back from its end. What is to be replaced fails as a whole. */
async function holdThread(tx: Tx, delivery: Delivery, { state, reason, at }: AfterMending): Promise<void> {
  const { account, campaign, step, entry, story } = delivery;
  const thread = `delivery IN (SELECT id FROM delivery WHERE account = ? AND campaign = ? AND step = ? AND entry = ? AND story = ?)`;
  const values = [account, campaign, step, entry, story ?? ""] as const;
  if (state === "wanted" && at !== undefined)
    await tx.run(
      `UPDATE correction SET due_at = ? WHERE state = 'wanted' AND remedy IN ('remove', 'replace') AND due_at < ? AND ${thread}`,
      at.toISOString(),
      at.toISOString(),
      ...values,
    );
  if (state === "failed")
    await tx.run(
      `UPDATE correction SET state = 'failed', reason = ? WHERE state = 'wanted' AND remedy = 'replace' AND ${thread}`,
      reason,
      ...values,
    );
}

async function cancel(tx: Tx, { id }: Delivery, reason: string, now: string): Promise<void> {
  const sql = `UPDATE delivery SET state = 'cancelled', reason = ?, changed_at = ? WHERE id = ? AND state IN ('draft', 'scheduled', 'held', 'failed')`;
  await tx.run(sql, reason, now, id);
}
