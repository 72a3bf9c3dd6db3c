import { nameStep } from "../model/correction.ts";
import type { Delivery, PlannedDelivery } from "../model/delivery.ts";
import type { Post, Receipt } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { insertOne, shortId } from "./deliveries.ts";
import { deliveryOf, json, text } from "./rows.ts";
import type { Store, Tx, Value } from "./store.ts";

/** A post that says below another, in a reply, what was wrong there. */
export interface Note {
  readonly below: Delivery;
  readonly post: Post;
}

/** The columns that deliveries of one thread share. */
const thread = "account = ? AND campaign = ? AND entry = ? AND story = ? AND step = ?";

const threadValues = ({ account, campaign, entry, story, step }: Delivery): readonly Value[] => [
  account,
  campaign,
  entry,
  story ?? "",
  step,
];

/** Plans a reply; the id of its delivery. */
export async function noteOf(tx: Tx, { below, post }: Note, now: string): Promise<string> {
  const [id = ""] = await insertAll(tx, below, "correction", [post], now);
  return id;
}

/**
 * Plans the posts of a thread anew, once nothing of it is live or on its way any more, and nobody has asked since then for it to
 * be taken back for good. The first one's id, or null.
 */
export async function republish(
  tx: Tx,
  old: Delivery,
  posts: readonly Post[],
  since: string,
  now: string,
): Promise<string | null> {
  const values = threadValues(old);
  const there = "state IN ('sent', 'sending', 'unsure', 'handed')";
  const [live] = await tx.all(`SELECT 1 FROM delivery WHERE ${thread} AND ${there}`, ...values);
  const [unwanted] = await tx.all(
    `SELECT 1 FROM correction WHERE remedy = 'remove' AND state <> 'dismissed' AND decided_at >= ?
     AND delivery IN (SELECT id FROM delivery WHERE ${thread})`,
    since,
    ...values,
  );
  if (live !== undefined || unwanted !== undefined) return null;
  const [id = null] = await insertAll(tx, old, "again", posts, now);
  return id;
}

async function insertAll(
  tx: Tx,
  old: Delivery,
  kind: "correction" | "again",
  posts: readonly Post[],
  now: string,
): Promise<readonly string[]> {
  const like = `${nameStep(old.step, kind, 0).slice(0, -1)}%`;
  const [row] = await tx.all(
    `SELECT count(DISTINCT step) AS many FROM delivery WHERE account = ? AND campaign = ? AND entry = ? AND story = ? AND step LIKE ?`,
    ...threadValues(old).slice(0, 4),
    like,
  );
  const step = nameStep(old.step, kind, Number(row?.many ?? 0));
  const ids: string[] = [];
  for (const [index, post] of posts.entries()) {
    const id = shortId();
    ids.push(id);
    const plan = { ...planOf(old, now), step, part: index + 1, parts: posts.length, post };
    await insertOne(tx, plan, now, id);
    if (old.edited) await tx.run("UPDATE delivery SET edited = 1 WHERE id = ?", id);
  }
  return ids;
}

/** At once, and without being agreed to once more: a person has just decided. */
function planOf(old: Delivery, now: string): Omit<PlannedDelivery, "step" | "part" | "parts" | "post"> {
  const { entry, story, campaign, account, channel } = old;
  const at = { dueAt: now, approvalsNeeded: 0, reason: null };
  return { entry, story, campaign, account, channel, state: "scheduled", ...at };
}

/** What hangs on a post that is taken back: the parts after it, and what was to be said below it. */
export async function cancelWaiting(tx: Tx, id: string, who: string, now: string): Promise<void> {
  const [row] = await tx.all("SELECT * FROM delivery WHERE id = ?", id);
  if (row === undefined) return;
  const old = deliveryOf(row, []);
  await tx.run(
    `UPDATE delivery SET state = 'cancelled', reason = ?, changed_at = ? WHERE state IN ('draft', 'scheduled', 'held', 'failed')
     AND ((${thread} AND part > ?) OR id IN (SELECT made FROM correction WHERE delivery = ? AND remedy = 'reply'))`,
    worded`Cancelled by ${who}, with the post before it.`,
    now,
    ...threadValues(old),
    old.part,
    id,
  );
}

/** The receipts of the post that a note is below, and of its thread's first part; null where it is not live. */
export async function readAbove(
  store: Store,
  note: Delivery,
): Promise<{ readonly root: Receipt; readonly parent: Receipt } | null> {
  const [row] = await store.read(
    "SELECT * FROM delivery WHERE state = 'sent' AND id IN (SELECT delivery FROM correction WHERE made = ?)",
    note.id,
  );
  if (row === undefined) return null;
  const [first] = await store.read(
    `SELECT receipt FROM delivery WHERE ${thread} AND part = 1 AND state = 'sent'`,
    ...threadValues(deliveryOf(row, [])),
  );
  const parent = json<Receipt>(row, "receipt");
  const root =
    first === undefined || text(first, "receipt") === "" ? parent : json<Receipt>(first, "receipt");
  return parent && root && { root, parent };
}
