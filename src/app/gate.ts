import type { Io } from "../channel/channel.ts";
import type { Config } from "../config/config.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Next } from "../ledger/claims.ts";
import type { Campaign } from "../model/campaign.ts";
import { validApprovals, voidReason } from "./agreement.ts";
import type { Delivery } from "../model/delivery.ts";

/** Seconds between looks whether an entry's page is there. */
const patience = 300;

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

/** The last question before a post goes out: is it still agreed, and is what it links to there? */
export function gateOf(config: Config, ledger: Ledger, io: Io): Gate {
  const campaigns = new Map(config.campaigns.map((campaign) => [campaign.name, campaign]));
  return async (delivery, now) => {
    const campaign = campaigns.get(delivery.campaign);
    if (campaign === undefined) return null;
    return disagreement(delivery, campaign, now) ?? (await notLive(delivery, campaign, ledger, io, now));
  };
}

function disagreement(delivery: Delivery, campaign: Campaign, now: Date): Next | null {
  if (delivery.approvalsNeeded === 0) return null;
  const review = campaign.review ?? { approvals: delivery.approvalsNeeded, expires: null };
  if (validApprovals(delivery, review, now).length >= delivery.approvalsNeeded) return null;
  const why = delivery.approvals
    .map((one) => voidReason(one, delivery, review, now))
    .find((one) => one !== null);
  const reason = why ?? "Too few people have agreed to it.";
  return { state: "held", reason: `${reason} Release it, and have it approved again.` };
}

async function notLive(
  delivery: Delivery,
  campaign: Campaign,
  ledger: Ledger,
  io: Io,
  now: Date,
): Promise<Next | null> {
  if (!campaign.wait.live) return null;
  const known = await ledger.entries.get(delivery.entry);
  const missing = known && (await whatIsMissing(known.entry.url, delivery.post.card?.image?.url, io));
  if (!missing) return null;
  return {
    state: "scheduled",
    reason: `It waits: ${missing}.`,
    at: new Date(now.getTime() + patience * 1000),
  };
}

async function whatIsMissing(page: string, image: string | undefined, io: Io): Promise<string | null> {
  if (!(await answers(page, io))) return `${page} does not answer yet`;
  if (image !== undefined && !(await answers(image, io))) return `the card's image ${image} does not load`;
  return null;
}

async function answers(url: string, io: Io): Promise<boolean> {
  try {
    const response = await io.fetch(url);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
