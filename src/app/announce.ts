import type { App } from "../app.ts";
import type { PlannedDelivery } from "../model/delivery.ts";
import type { Addition } from "../plan/difference.ts";
import { cardsOf, composeFor, type Cards } from "./composing.ts";
import { turnsOf, type Turns } from "./manner.ts";

interface Composed {
  readonly planned: readonly PlannedDelivery[];
  /** Entries of which something cannot be composed yet: an account or a template has to be mended, which `status` says. */
  readonly open: ReadonlySet<string>;
}

/** The posts that a plan adds, in their words. */
export async function composeAll(app: App, additions: readonly Addition[]): Promise<Composed> {
  const cards = cardsOf(app);
  const turns = turnsOf(app);
  const planned: PlannedDelivery[] = [];
  const open = new Set<string>();
  for (const addition of additions) {
    const posts = await deliveriesOf(app, addition, cards, turns);
    if (posts === undefined) open.add(addition.wish.entry.id);
    else planned.push(...posts);
  }
  return { planned, open };
}

async function deliveriesOf(
  app: App,
  { wish, at }: Addition,
  cards: Cards,
  turns: Turns,
): Promise<readonly PlannedDelivery[] | undefined> {
  const channel = await app.desk.channelOf(wish.account);
  if (channel === undefined) return undefined;
  const { story, campaign, step, entry } = wish;
  const { turn, take } = await turns(wish.account, campaign.name, step);
  const subject = { entry: entry.entry, story, campaign: campaign.name, step, account: wish.account, turn };
  const limits = await app.desk.limitsOf(wish.account, channel);
  const card = await cards(entry.entry, story, channel);
  const { posts, problems } = await composeFor(app, subject, channel, limits, card);
  if (posts.length === 0) return undefined;
  take();
  const needed = campaign.review?.approvals ?? 0;
  return posts.map((post, index) => ({
    entry: entry.id,
    story: story?.id ?? null,
    campaign: campaign.name,
    step: wish.name,
    part: index + 1,
    parts: posts.length,
    account: wish.account,
    channel: channel.id,
    state: problems.length > 0 ? "held" : needed > 0 ? "draft" : "scheduled",
    dueAt: new Date(at).toISOString(),
    wantedAt: new Date(wish.wanted).toISOString(),
    post,
    approvalsNeeded: needed,
    reason: problems.length > 0 ? problems.join(" ") : null,
  }));
}
