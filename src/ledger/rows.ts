import type { Attempt, Approval, Delivery, State } from "../model/delivery.ts";
import type { Json } from "../model/json.ts";
import type { Post, Receipt } from "../model/post.ts";
import type { Row } from "./store.ts";

export const text = (row: Row, column: string): string => String(row[column] ?? "");

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
}

export function json<T extends Json | object>(row: Row, column: string): T | null {
  const value = textOrNull(row, column);
  return value === null ? null : (JSON.parse(value) as T);
}

/** Where a post stands in time, without what it says. */
export type Spot = Pick<
  Delivery,
  | "id"
  | "entry"
  | "story"
  | "campaign"
  | "step"
  | "part"
  | "account"
  | "channel"
  | "state"
  | "dueAt"
  | "movedBy"
>;

export const spotOf = (row: Row): Spot => ({
  id: text(row, "id"),
  entry: text(row, "entry"),
  story: text(row, "story") || null,
  campaign: text(row, "campaign"),
  step: text(row, "step"),
  part: Number(row.part),
  account: text(row, "account"),
  channel: text(row, "channel"),
  state: text(row, "state") as State,
  dueAt: text(row, "due_at"),
  movedBy: textOrNull(row, "moved_by"),
});

export function deliveryOf(row: Row, attempts: readonly Attempt[]): Delivery {
  return {
    ...spotOf(row),
    parts: Number(row.parts),
    firstDueAt: text(row, "first_due_at"),
    post: JSON.parse(text(row, "post")) as Post,
    edited: row.edited === 1,
    approvalsNeeded: Number(row.needs),
    approvals: json<readonly Approval[]>(row, "approvals") ?? [],
    memo: json<Json>(row, "memo"),
    armedAt: textOrNull(row, "armed_at"),
    triedAt: textOrNull(row, "tried_at"),
    tries: Number(row.tries),
    attempts,
    receipt: json<Receipt>(row, "receipt"),
    reason: textOrNull(row, "reason"),
    changedAt: text(row, "changed_at"),
    wantedAt: textOrNull(row, "wanted_at"),
    waitsSince: textOrNull(row, "waits_since"),
    waivedBy: textOrNull(row, "waived_by"),
    setAside: textOrNull(row, "set_aside") as State | null,
  };
}

export function attemptOf(row: Row): Attempt {
  return {
    at: text(row, "at"),
    outcome: text(row, "outcome") as Attempt["outcome"],
    reason: textOrNull(row, "reason"),
  };
}
