import type { Entry } from "../model/entry.ts";
import { calls, type PlannedDelivery } from "../model/delivery.ts";
import type { Store } from "./store.ts";
import { planAbout } from "./subject.ts";

/** Messages to people, each known by its step. */
export interface Messages {
  isPlanned(account: string, step: string): Promise<boolean>;
  /** False where it was planned before. */
  plan(
    about: Pick<Entry, "id" | "title">,
    message: Omit<PlannedDelivery, "entry">,
    now: Date,
  ): Promise<boolean>;
}

const known = "SELECT 1 FROM delivery WHERE account = ? AND campaign = ? AND step = ?";

export function messagesOf(store: Store): Messages {
  return {
    isPlanned: async (account, step) => (await store.read(known, account, calls, step)).length > 0,
    plan: (about, message, now) =>
      store.commit(async (tx) => {
        const { account, campaign, step } = message;
        if ((await tx.all(known, account, campaign, step)).length > 0) return false;
        await planAbout(tx, about, message, now.toISOString());
        return true;
      }),
  };
}
