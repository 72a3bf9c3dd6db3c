import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import { fits } from "../channel/measure.ts";
import type { Remedy } from "../model/correction.ts";
import type { Account } from "../model/account.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";

/** What stands against each way to put a live post right, in one sentence; null where nothing does. */
export type Obstacles = Readonly<Record<Exclude<Remedy, "leave">, string | null>>;

/** From the one that followers notice least: it keeps its place, its replies and its likes. */
const kindest = ["edit", "reply", "replace"] as const;

/** The best that can be done; null where nothing can. */
export const bestWay = (obstacles: Obstacles): (typeof kindest)[number] | null =>
  kindest.find((way) => obstacles[way] === null) ?? null;

export const waysIn = (obstacles: Obstacles): readonly Remedy[] => [
  ...kindest.filter((way) => obstacles[way] === null),
  "leave",
];

/** What can be done about a live post. `fresh`: as it would be now; undefined where there is nothing to say any more. */
export async function obstaclesTo(app: App, delivery: Delivery, fresh: Post | undefined): Promise<Obstacles> {
  const account = app.desk.account(delivery.account);
  const channel = await app.desk.channelOf(delivery.account);
  if (account === undefined || channel === undefined)
    return all(worded`The account ${delivery.account} is not in the configuration any more.`);
  const beyond = whyBeyondReach(delivery, account, channel);
  if (beyond !== null) return all(beyond);
  const unable = (can: boolean, what: string): string | null =>
    can ? null : worded`${channel.label} has no way to ${what}.`;
  const { abilities } = channel;
  const remove = unable(abilities.remove, worded`take a post back`);
  const empty =
    fresh === undefined
      ? worded`There is nothing to say in its place: carillon retract takes it back.`
      : null;
  return {
    edit:
      empty ??
      unable(abilities.edit, worded`change a post`) ??
      (await whyNotEdited(app, delivery, fresh, channel)),
    reply: empty ?? unable(abilities.thread, worded`reply to a post`),
    replace: empty ?? remove,
    remove,
  };
}

const all = (why: string): Obstacles => ({ edit: why, reply: why, replace: why, remove: why });

/** Nothing is done to a post of which it is not certain that it is ours, and this delivery's. */
function whyBeyondReach(
  { receipt }: Delivery,
  { handoff, settings }: Account,
  channel: Channel,
): string | null {
  if (handoff !== undefined) return worded`Posts on ${channel.label} are made by hand.`;
  if (receipt === null) return worded`The ledger has no receipt for it.`;
  const { permalink, remoteId, confirmedBy } = receipt;
  if (confirmedBy !== undefined && remoteId === permalink)
    return worded`Only its address is known, as ${confirmedBy} gave it.`;
  const address = permalink === null ? null : URL.parse(permalink);
  const isWeb = address !== null && address.protocol.startsWith("http");
  if (isWeb && channel.idAt && channel.idAt(address, settings) === undefined)
    return worded`Its address is not of the account as it is configured now.`;
  return null;
}

async function whyNotEdited(
  app: App,
  { account, post, receipt }: Delivery,
  fresh: Post | undefined,
  channel: Channel,
): Promise<string | null> {
  if (fresh === undefined || receipt === null) return null;
  if (channel.editable?.(receipt, post, fresh) === false)
    return worded`${channel.label} does not let all of that be changed.`;
  const limits = await app.desk.limitsOf(account, channel);
  const broken = limits.text.find((measure) => !fits(fresh.text, measure));
  return broken ? worded`It is too long: ${channel.label} takes ${broken.max} ${broken.unit} at most.` : null;
}
