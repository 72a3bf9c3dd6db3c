import { createHash } from "node:crypto";
import { voiceOf, type Approval, type Delivery } from "../model/delivery.ts";
import type { Review } from "../model/campaign.ts";
import { worded } from "../model/worded.ts";

/** Seconds by which an approved post may be moved, where the campaign does not say. */
const usualSpan = 2 * 3600;

/** What somebody agrees to: every byte that followers will see, and the account that says it. */
function sightOf({ account, channel, part, parts, post }: Delivery): string {
  const { title, text, link, card, media, language, tags } = post;
  const all = [account, channel, part, parts, title, text, link, card, media, language, tags];
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url").slice(0, 22);
}

/** Of all parts of a thread. */
export const sightOfAll = (parts: readonly Delivery[]): string => parts.map(sightOf).join(".");

/** An approval of a post as it is now. `voice`: whose it counts as. */
export function approvalBy(who: string, delivery: Delivery, now: Date, voice = who): Approval {
  const seen = { at: now.toISOString(), of: sightOf(delivery), dueAt: delivery.dueAt };
  return { by: who, ...(voice !== who && { voice }), ...seen };
}

/** Why an approval counts no longer, in one sentence; null: it counts. */
export function voidReason(approval: Approval, delivery: Delivery, review: Review, now: Date): string | null {
  const { by, at, of, dueAt } = approval;
  const { expires, span = usualSpan } = review;
  if (expires !== null && now.getTime() - Date.parse(at) > expires * 1000)
    return worded`What ${by} agreed to has expired.`;
  if (of !== undefined && of !== sightOf(delivery)) return worded`It was changed after ${by} agreed to it.`;
  const moved = dueAt === undefined ? 0 : Math.abs(Date.parse(delivery.dueAt) - Date.parse(dueAt)) / 1000;
  return moved > span ? worded`It was moved to another time after ${by} agreed to it.` : null;
}

/** Those that count, one a voice. */
export function validApprovals(delivery: Delivery, review: Review, now: Date): readonly Approval[] {
  const valid = delivery.approvals.filter((one) => voidReason(one, delivery, review, now) === null);
  return valid.filter((one, at) => valid.findIndex((other) => voiceOf(other) === voiceOf(one)) === at);
}
