import type { App } from "../app.ts";
import { stepName } from "../model/booking.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { cardsOf, composeFor, type Cards } from "./composing.ts";

/** After an entry changed: what has not gone out yet is composed anew, but for what a person wrote. */
export async function refresh(app: App, id: string): Promise<void> {
  const known = await app.ledger.entries.get(id);
  if (known === undefined) return;
  const waiting = await app.ledger.deliveries.list({ entry: id, states: ["draft", "scheduled"] });
  const cards = cardsOf(app);
  for (const delivery of waiting.filter(({ edited }) => !edited))
    await renew(app, known.entry, delivery, cards);
}

async function renew(app: App, entry: Entry, delivery: Delivery, cards: Cards): Promise<void> {
  const campaign = app.config.campaigns.find(({ name }) => name === delivery.campaign);
  const step = campaign?.steps.find(({ name }) => name === stepName(delivery.step));
  const channel = await app.desk.channelOf(delivery.account);
  if (campaign === undefined || step === undefined || channel === undefined) return;
  const story = delivery.story === null ? null : storyOf(entry, delivery.story);
  if (story === undefined) return holdBack(app, delivery, worded`Its story is no longer in the entry.`);
  const limits = await app.desk.limitsOf(delivery.account, channel);
  const { account, post } = delivery;
  const subject = { entry, story, campaign: campaign.name, step, account, template: post.template };
  const { posts, problems } = await composeFor(
    app,
    subject,
    channel,
    limits,
    await cards(entry, story, channel),
  );
  if (problems.length > 0) return holdBack(app, delivery, problems.join(" "));
  await replace(app, delivery, posts, campaign, step);
}

const storyOf = (entry: Entry, id: string): Story | undefined =>
  entry.sections.flatMap(({ stories }) => stories).find((story) => story.id === id);

async function replace(
  app: App,
  delivery: Delivery,
  posts: readonly Post[],
  campaign: Campaign,
  step: Step,
): Promise<void> {
  const post = posts[delivery.part - 1];
  if (post === undefined || posts.length !== delivery.parts)
    return holdBack(app, delivery, worded`The entry changed, and ${step.name} has other parts now.`);
  if (JSON.stringify(post) === JSON.stringify(delivery.post)) return;
  const agreed =
    campaign.review === null
      ? {}
      : ({
          state: "draft",
          approvals: [],
          reason: worded`The entry changed after it was approved.`,
        } as const);
  await app.ledger.deliveries.change(delivery.id, ["draft", "scheduled"], { post, ...agreed }, app.now());
}

async function holdBack(app: App, delivery: Delivery, why: string): Promise<void> {
  const reason = `${why} ${worded`Look at it, edit it, and release or cancel it.`}`;
  await app.ledger.deliveries.change(
    delivery.id,
    ["draft", "scheduled"],
    { state: "held", reason },
    app.now(),
  );
}
