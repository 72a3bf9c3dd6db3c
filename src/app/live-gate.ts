import type { App } from "../app.ts";
import type { Next } from "../ledger/claims.ts";
import type { Campaign } from "../model/campaign.ts";
import { isNote } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Card } from "../model/post.ts";
import type { Gate } from "./gate.ts";

type Tools = Pick<App, "config" | "ledger" | "desk" | "lookout">;

/** Is what it links to there, and does it look as it should? What has begun is finished, what is live has its page, and who lets a post go need not wait. */
export function liveGateOf(tools: Tools): Gate {
  const waiting = tools.config.campaigns.filter(({ wait }) => wait.live);
  const campaigns = new Map(waiting.map((campaign) => [campaign.name, campaign]));
  return async (delivery, now) => {
    const campaign = campaigns.get(delivery.campaign);
    const goes = delivery.waivedBy || delivery.part > 1 || isNote(delivery);
    if (campaign === undefined || goes) return null;
    return askPage(tools, delivery, campaign, now);
  };
}

async function askPage(
  tools: Tools,
  delivery: Delivery,
  campaign: Campaign,
  now: Date,
): Promise<Next | null> {
  const { ledger, desk, lookout, config } = tools;
  const known = await ledger.entries.get(delivery.entry);
  const channel = await desk.channelOf(delivery.account);
  if (known === undefined || channel === undefined) return null;
  const [{ lookAhead }, { waitMore, rest, storyIn }] = await Promise.all([
    import("./live.ts"),
    import("./waiting.ts"),
  ]);
  const waiting = {
    entry: known.entry,
    story: storyIn(known.entry, delivery.story),
    post: delivery.post,
    channel,
    limits: await desk.limitsOf(delivery.account, channel),
    wait: campaign.wait,
    settled: delivery.edited || delivery.approvalsNeeded > 0,
  };
  const { lacks, card } = await lookAhead(waiting, lookout, !config.network.allowPrivate);
  if (lacks.length > 0) return waitMore(ledger, delivery, lacks, now);
  const later = delivery.waitsSince ? await rest(tools, delivery, now) : null;
  return later ?? takeCard(delivery, card);
}

/** Claimed again at once, it goes out with the card that its page has now. */
function takeCard({ post, dueAt }: Delivery, card: Card | null): Next | null {
  if (card === null || post.card === null) return null;
  // Its address may say through whom readers came.
  const fresh = { ...card, url: post.card.url };
  if (JSON.stringify(fresh) === JSON.stringify(post.card)) return null;
  return { state: "scheduled", reason: null, at: new Date(dueAt), post: { ...post, card: fresh } };
}
