import type { Config } from "../config/config.ts";
import type { Next } from "../ledger/claims.ts";
import type { Campaign } from "../model/campaign.ts";
import { worded } from "../model/worded.ts";
import { validApprovals, voidReason } from "./agreement.ts";
import type { Delivery } from "../model/delivery.ts";

/** What follows instead of publishing; null where nothing stands in the way. */
export type Gate = (delivery: Delivery, now: Date) => Promise<Next | null>;

/** The first word against it. */
export const inTurn =
  (gates: readonly Gate[]): Gate =>
  async (delivery, now) => {
    for (const gate of gates) {
      const next = await gate(delivery, now);
      if (next !== null) return next;
    }
    return null;
  };

/** Is it still agreed? */
export function gateOf(config: Config): Gate {
  const campaigns = new Map(config.campaigns.map((campaign) => [campaign.name, campaign]));
  return async (delivery, now) => {
    const campaign = campaigns.get(delivery.campaign);
    return campaign === undefined ? null : disagreement(delivery, campaign, now);
  };
}

function disagreement(delivery: Delivery, campaign: Campaign, now: Date): Next | null {
  if (delivery.approvalsNeeded === 0) return null;
  const review = campaign.review ?? { approvals: delivery.approvalsNeeded, expires: null };
  if (validApprovals(delivery, review, now).length >= delivery.approvalsNeeded) return null;
  const why = delivery.approvals
    .map((one) => voidReason(one, delivery, review, now))
    .find((one) => one !== null);
  const reason = why ?? worded`Too few people have agreed to it.`;
  return { state: "held", reason: `${reason} ${worded`Release it, and have it approved again.`}` };
}
