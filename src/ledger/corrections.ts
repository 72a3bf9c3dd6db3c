import type { Change, Correction, CorrectionState, Remedy } from "../model/correction.ts";
import type { State } from "../model/delivery.ts";
import type { Post, Receipt } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { writeDecision, type Decision } from "./audit.ts";
import { marks, shortId } from "./deliveries.ts";
import { cancelWaiting, noteOf, type Note } from "./correction-posts.ts";
import { json, text, textOrNull } from "./rows.ts";
import type { Row, Store, Tx, Value } from "./store.ts";

export interface CorrectionFilter {
  readonly ids?: readonly string[];
  readonly deliveries?: readonly string[];
  readonly states?: readonly CorrectionState[];
  readonly entry?: string;
}

/** Posts that are live and no longer right: what is offered, and what people decided. */
export interface Corrections {
  /** The newest last. */
  list(filter: CorrectionFilter): Promise<readonly Correction[]>;
  /** Offers what changed, or renews what is offered; ends the offers of `ended`. */
  offer(offers: readonly Offer[], ended: readonly string[], now: Date): Promise<void>;
  /**
   * A person's word: all of it is to be done, or none. What was decided before and is not done yet is dismissed. The ids in the
   * order of the wishes, or a sentence about the first that cannot be.
   */
  want(wishes: readonly Wish[], now: Date): Promise<{ readonly ids: readonly string[] } | Impossible>;
  /** A person's word: it stays as it is. False where nothing is offered and nothing failed. */
  leave(delivery: string, who: string, now: Date, decision: Decision): Promise<boolean>;
}

/** What changed about one post. */
export interface Offer {
  readonly delivery: string;
  readonly account: string;
  readonly part: number;
  readonly changes: readonly Change[];
  readonly story: string | null;
  readonly posts: readonly Post[];
}

export interface Impossible {
  readonly delivery: string;
  readonly no: string;
}

export interface Wish {
  readonly delivery: string;
  readonly account: string;
  readonly part: number;
  readonly remedy: Exclude<Remedy, "leave">;
  readonly changes: readonly Change[];
  readonly story: string | null;
  readonly posts: readonly Post[];
  readonly who: string;
  /** The network's id of the post that the person saw; null where it is on its way only. */
  readonly remoteId: string | null;
  /** What is said in a reply. */
  readonly note?: Note;
  readonly decision: Decision;
}

export function correctionsOf(store: Store): Corrections {
  return {
    list: (filter) => list(store, filter),
    offer: (offers, ended, now) => store.commit((tx) => offerAll(tx, offers, ended, now.toISOString())),
    want: (wishes, now) => store.commit((tx) => wantAll(tx, wishes, now.toISOString())),
    leave: (delivery, who, now, decision) =>
      store.commit((tx) => leave(tx, delivery, who, now.toISOString(), decision)),
  };
}

async function list(store: Store, filter: CorrectionFilter): Promise<readonly Correction[]> {
  const clauses: [string, readonly Value[]][] = [];
  if (filter.ids) clauses.push([`id IN (${marks(filter.ids)})`, filter.ids]);
  if (filter.deliveries) clauses.push([`delivery IN (${marks(filter.deliveries)})`, filter.deliveries]);
  if (filter.states) clauses.push([`state IN (${marks(filter.states)})`, filter.states]);
  if (filter.entry) clauses.push(["delivery IN (SELECT id FROM delivery WHERE entry = ?)", [filter.entry]]);
  const where = clauses.map(([sql]) => sql).join(" AND ") || "1 = 1";
  const values = clauses.flatMap(([, some]) => some);
  const rows = await store.read(
    `SELECT * FROM correction WHERE ${where} ORDER BY made_at, delivery, number`,
    ...values,
  );
  return rows.map(correctionOf);
}

export function correctionOf(row: Row): Correction {
  return {
    id: text(row, "id"),
    delivery: text(row, "delivery"),
    account: text(row, "account"),
    part: Number(row.part),
    remedy: textOrNull(row, "remedy") as Remedy | null,
    state: text(row, "state") as CorrectionState,
    changes: json<readonly Change[]>(row, "changes") ?? [],
    story: textOrNull(row, "story"),
    posts: json<readonly Post[]>(row, "posts") ?? [],
    remoteId: textOrNull(row, "remote_id"),
    who: textOrNull(row, "who"),
    reason: textOrNull(row, "reason"),
    madeAt: text(row, "made_at"),
    decidedAt: textOrNull(row, "decided_at"),
    dueAt: text(row, "due_at"),
    triedAt: textOrNull(row, "tried_at"),
    tries: Number(row.tries),
    made: textOrNull(row, "made"),
  };
}

async function offerAll(
  tx: Tx,
  offers: readonly Offer[],
  ended: readonly string[],
  now: string,
): Promise<void> {
  const end = `UPDATE correction SET state = 'dismissed', reason = ?, changed_at = ? WHERE delivery = ? AND state = 'offered'`;
  for (const delivery of ended) await tx.run(end, worded`The entry says again what was sent.`, now, delivery);
  for (const one of offers) await offerOne(tx, one, now);
}

/** Counts the corrections of a delivery: the newest has the highest. */
const number = "(SELECT coalesce(max(c.number), 0) + 1 FROM correction AS c WHERE c.delivery = delivery.id)";

/** Another process may have offered the same at the same moment. */
async function offerOne(tx: Tx, one: Offer, now: string): Promise<void> {
  const values = [JSON.stringify(one.changes), one.story, JSON.stringify(one.posts), now] as const;
  const renew = `UPDATE correction SET changes = ?, story = ?, posts = ?, changed_at = ? WHERE delivery = ? AND state = 'offered'`;
  if ((await tx.run(renew, ...values, one.delivery)) > 0) return;
  await tx.run(
    `INSERT INTO correction (id, delivery, number, account, part, state, changes, story, posts, changed_at, made_at, due_at)
     SELECT ?, id, ${number}, ?, ?, 'offered', ?, ?, ?, ?, ?, ? FROM delivery WHERE id = ? AND state = 'sent'`,
    shortId(),
    one.account,
    one.part,
    ...values,
    now,
    now,
    one.delivery,
  );
}

/** States of a delivery in which a post may be taken back; everything else is for what is live. */
const takable: readonly State[] = ["sent", "sending"];

async function wantAll(
  tx: Tx,
  wishes: readonly Wish[],
  now: string,
): Promise<{ ids: readonly string[] } | Impossible> {
  for (const wish of wishes) {
    const no = await obstacleTo(tx, wish);
    if (no !== null) return { delivery: wish.delivery, no };
  }
  const ids: string[] = [];
  for (const wish of wishes) ids.push(await want(tx, wish, now));
  return { ids };
}

async function want(tx: Tx, wish: Wish, now: string): Promise<string> {
  const { delivery, remedy, who } = wish;
  await tx.run("DELETE FROM correction WHERE delivery = ? AND state = 'offered'", delivery);
  await tx.run(
    `UPDATE correction SET state = 'dismissed', reason = ?, changed_at = ? WHERE delivery = ? AND state IN ('wanted', 'failed')`,
    worded`${who} decided otherwise.`,
    now,
    delivery,
  );
  const made = wish.note === undefined ? null : await noteOf(tx, wish.note, now);
  const [row] = await tx.all("SELECT max(settles_at) AS at FROM correction WHERE delivery = ?", delivery);
  const settled = (row && textOrNull(row, "at")) ?? now;
  const id = await insertWish(tx, wish, made, now, settled > now ? settled : now);
  if (remedy === "remove" || remedy === "replace") await cancelWaiting(tx, delivery, who, now);
  await writeDecision(tx, wish.decision);
  return id;
}

async function insertWish(
  tx: Tx,
  wish: Wish,
  made: string | null,
  now: string,
  due: string,
): Promise<string> {
  const id = shortId();
  const values: readonly (readonly [string, Value])[] = [
    ["id", id],
    ["account", wish.account],
    ["part", wish.part],
    ["remedy", wish.remedy],
    ["state", made === null ? "wanted" : "done"],
    ["changes", JSON.stringify(wish.changes)],
    ["story", wish.story],
    ["posts", JSON.stringify(wish.posts)],
    ["remote_id", wish.remoteId],
    ["who", wish.who],
    ["made_at", now],
    ["decided_at", now],
    ["due_at", due],
    ["made", made],
    ["changed_at", now],
  ];
  const columns = values.map(([column]) => column).join(", ");
  await tx.run(
    `INSERT INTO correction (${columns}, delivery, number) SELECT ${marks(values)}, id, ${number} FROM delivery WHERE id = ?`,
    ...values.map(([, value]) => value),
    wish.delivery,
  );
  return id;
}

/** The post must be the one that the person saw; and what is being taken back is not mended as well. */
async function obstacleTo(tx: Tx, { delivery, remedy, remoteId }: Wish): Promise<string | null> {
  const [row] = await tx.all("SELECT state, receipt FROM delivery WHERE id = ?", delivery);
  const state = row && (text(row, "state") as State);
  const allowed = remedy === "remove" ? takable : takable.slice(0, 1);
  if (row === undefined || state === undefined || !allowed.includes(state))
    return worded`It is ${state ?? "gone"}: only what was sent can be corrected or taken back.`;
  if ((json<Receipt>(row, "receipt")?.remoteId ?? null) !== remoteId) return meanwhile;
  const [going] = await tx.all(
    "SELECT 1 FROM correction WHERE delivery = ? AND state IN ('wanted', 'doing') AND remedy IN ('remove', 'replace')",
    delivery,
  );
  return going !== undefined && remedy !== "remove" ? worded`It is being taken back already.` : null;
}

const meanwhile = worded`It changed at the same moment: look at it again.`;

async function leave(
  tx: Tx,
  delivery: string,
  who: string,
  now: string,
  decision: Decision,
): Promise<boolean> {
  const sql = `UPDATE correction SET state = 'dismissed', remedy = 'leave', who = ?, decided_at = ?, changed_at = ?, reason = ?
    WHERE delivery = ? AND state IN ('offered', 'wanted', 'failed')`;
  const left = await tx.run(sql, who, now, now, worded`${who} leaves it as it is.`, delivery);
  if (left > 0) await writeDecision(tx, decision);
  return left > 0;
}
