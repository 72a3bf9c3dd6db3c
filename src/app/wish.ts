import type { App } from "../app.ts";
import type { Wish } from "../ledger/corrections.ts";
import type { Correction } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { no, type Outcome } from "./decisions.ts";

/** What is to be put right, and the post that it is about. */
export interface Case {
  readonly delivery: Delivery;
  readonly correction: Pick<Correction, "changes" | "story" | "posts">;
}

/** Either what was decided cannot be, or it stands in the ledger under this id and is still to be carried out. */
export type Answered = Outcome | { readonly wish: string };

export function wishFor(
  { delivery, correction }: Case,
  remedy: Wish["remedy"],
  who: string,
  now: Date,
): Wish {
  const { id, account, part, receipt } = delivery;
  const { changes, story, posts } = correction;
  const action = remedy === "remove" ? "retract" : changes.length === 0 ? "edit" : "correct";
  const decision = { at: now.toISOString(), who, action, subject: id, detail: worded`To ${remedy} it.` };
  const what = { changes, story, posts, who, remoteId: receipt?.remoteId ?? null };
  return { delivery: id, account, part, remedy, ...what, decision };
}

/** All of them, or none. */
export async function want(app: App, wishes: readonly Wish[]): Promise<readonly Answered[]> {
  const wanted = await app.ledger.corrections.want(wishes, app.now());
  if ("no" in wanted) return [no(wanted.delivery, wanted.no)];
  return wanted.ids.map((wish) => ({ wish }));
}
