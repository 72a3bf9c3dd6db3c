import type { App } from "../app.ts";
import type { Channel, Limits } from "../channel/channel.ts";
import { fits } from "../channel/measure.ts";
import { shortId } from "../ledger/deliveries.ts";
import { tests } from "../model/delivery.ts";
import { writeMoment } from "../model/moment.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import type { Site } from "../model/site.ts";
import { no, yes, type Outcome } from "./decisions.ts";
import { noticeOf } from "./notice.ts";

/** Plans a harmless post on an account that is there for tests; it goes out once, as every delivery does. */
export async function sendTestPost(app: App, name: string, who: string): Promise<Outcome> {
  const account = app.desk.account(name);
  const channel = await app.desk.channelOf(name);
  if (account === undefined || channel === undefined) return no(name, worded`There is no account ${name}.`);
  const why = whyNot(account.test === true, account.handoff !== undefined, channel);
  if (why !== null) return no(name, why);
  const now = app.now();
  const post = postOf(await app.desk.limitsOf(name, channel), app.config.site, now);
  const step = `test-${shortId()}`;
  const message = noticeOf({ campaign: tests, step, account: name, channel: channel.id, post }, now);
  const decision = { at: now.toISOString(), who, action: "test", subject: name, detail: post.text };
  if (!(await app.ledger.testPosts.plan(message, decision)))
    return no(name, worded`The last test post is still on its way.`);
  app.dispatcher.wake();
  return yes(name, worded`A test post is on its way: look again in a moment.`);
}

function whyNot(test: boolean, byHand: boolean, { label, abilities }: Channel): string | null {
  if (!test) return worded`It is not there for tests: nothing is posted to it without need.`;
  if (byHand) return worded`A person posts there by hand, so there is nothing to try.`;
  if (abilities.local) return worded`What is posted there is public on this site.`;
  return abilities.previewOnly === undefined
    ? null
    : worded`Posts for ${label} can only be previewed: ${abilities.previewOnly}`;
}

/** As much as the channel takes of. */
function postOf({ text, title }: Limits, site: Site, now: Date): Post {
  const at = writeMoment(now, site.timezone);
  const ways = [
    `A test by ${site.name}, ${at}. It says nothing, and can be deleted.`,
    `A test, ${at}.`,
    "A test.",
  ];
  return {
    title: title && "A test",
    text: ways.find((way) => text.every((measure) => fits(way, measure))) ?? "",
    link: null,
    card: null,
    media: [],
    language: "en",
    tags: [],
  };
}
