import type { App } from "../app.ts";
import type { PlannedDelivery } from "../model/delivery.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { plan, type Slot } from "../plan/plan.ts";
import { freshOf } from "./fresh.ts";
import { cardsOf, composeFor, type Cards } from "./composing.ts";

/** Plans the posts of entries that are news; how many that were. */
export async function announce(app: App, news: readonly KnownEntry[]): Promise<number> {
  let planned = 0;
  for (const known of news) planned += await planOne(app, known);
  return planned;
}

async function planOne(app: App, found: KnownEntry): Promise<number> {
  const known = { ...found, entry: await freshOf(app, found.entry) };
  const slots = plan(
    known.entry,
    app.config.campaigns,
    new Date(known.newsAt ?? known.foundAt),
    app.config.site.timezone,
  );
  const cards = cardsOf(app);
  const planned: (readonly PlannedDelivery[] | undefined)[] = [];
  for (const slot of slots) planned.push(await deliveriesOf(app, known, slot, cards));
  const complete = planned.every((one) => one !== undefined) || isStale(known, app.now());
  return app.ledger.entries.plan(
    known.id,
    planned.flatMap((one) => one ?? []),
    complete,
    app.now(),
  );
}

/** An account that cannot be used yet gets its posts when it can, but for a week only: then they are no news. */
const isStale = (known: KnownEntry, now: Date): boolean =>
  now.getTime() - Date.parse(known.newsAt ?? known.foundAt) > 7 * 86_400_000;

async function deliveriesOf(
  app: App,
  known: KnownEntry,
  slot: Slot,
  cards: Cards,
): Promise<readonly PlannedDelivery[] | undefined> {
  const channel = await app.desk.channelOf(slot.account);
  if (channel === undefined) return undefined;
  const { story, campaign, step } = slot;
  const subject = { entry: known.entry, story, campaign: campaign.name, step };
  const limits = await app.desk.limitsOf(slot.account, channel);
  const { posts, problems } = await composeFor(
    app,
    subject,
    channel,
    limits,
    await cards(known.entry, story, channel),
  );
  // The template has to be mended, which `status` says.
  if (posts.length === 0) return undefined;
  const needed = campaign.review?.approvals ?? 0;
  return posts.map((post, index) => ({
    entry: known.id,
    story: story?.id ?? null,
    campaign: campaign.name,
    step: step.name,
    part: index + 1,
    parts: posts.length,
    account: slot.account,
    channel: channel.id,
    state: problems.length > 0 ? "held" : needed > 0 ? "draft" : "scheduled",
    dueAt: slot.dueAt.toISOString(),
    post,
    approvalsNeeded: needed,
    reason: problems.length > 0 ? problems.join(" ") : null,
  }));
}
