import { tests, type Delivery, type PlannedDelivery } from "../model/delivery.ts";
import { type Decision, writeDecision } from "./audit.ts";
import { attemptsOf } from "./deliveries.ts";
import { deliveryOf, text } from "./rows.ts";
import type { Store, Tx } from "./store.ts";
import { planAbout } from "./subject.ts";

/** Posts by which a person tries an account that is there for tests. */
export interface TestPosts {
  /** Plans one, with the decision; false where the last one of that account is still on its way. */
  plan(message: Omit<PlannedDelivery, "entry">, decision: Decision): Promise<boolean>;
  /** An account's, the latest first. */
  of(account: string, limit: number): Promise<readonly Delivery[]>;
}

export function testPostsOf(store: Store): TestPosts {
  return {
    plan: (message, decision) => store.commit((tx) => plan(tx, message, decision)),
    of: (account, limit) => list(store, account, limit),
  };
}

async function plan(tx: Tx, message: Omit<PlannedDelivery, "entry">, decision: Decision): Promise<boolean> {
  const open = `SELECT 1 FROM delivery WHERE campaign = ? AND account = ? AND state IN ('scheduled', 'sending')`;
  if ((await tx.all(open, tests, message.account)).length > 0) return false;
  await planAbout(tx, { id: tests, title: "Test posts" }, message, decision.at);
  await writeDecision(tx, decision);
  return true;
}

async function list(store: Store, account: string, limit: number): Promise<readonly Delivery[]> {
  const sql = `SELECT * FROM delivery WHERE campaign = ? AND account = ? ORDER BY due_at DESC, id DESC LIMIT ${Math.trunc(limit)}`;
  const rows = await store.read(sql, tests, account);
  const attempts = await attemptsOf(
    store,
    rows.map((row) => text(row, "id")),
  );
  return rows.map((row) => deliveryOf(row, attempts.get(text(row, "id")) ?? []));
}
