import type { PlannedDelivery } from "../model/delivery.ts";

type What = Pick<PlannedDelivery, "campaign" | "step" | "account" | "channel" | "post">;

/** What Carillon says itself, to people or on an account for tests: now, once as every delivery, and nobody need agree. */
export const noticeOf = (what: What, now: Date): Omit<PlannedDelivery, "entry"> => ({
  ...what,
  story: null,
  part: 1,
  parts: 1,
  state: "scheduled",
  dueAt: now.toISOString(),
  approvalsNeeded: 0,
  reason: null,
});
