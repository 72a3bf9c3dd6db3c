import type { Limits } from "../channel/channel.ts";
import { fits } from "../channel/measure.ts";
import type { Config } from "../config/config.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { calls, type Delivery } from "../model/delivery.ts";
import type { Post } from "../model/post.ts";
import { pictureAt } from "../model/upload.ts";
import { worded } from "../model/worded.ts";
import type { Desk } from "./desk.ts";
import { confirming, type Handoff } from "./handoff.ts";
import { noticeOf } from "./notice.ts";

/** Tells somebody that a post is theirs to make; how that went, as the end of a sentence. */
export type Call = (delivery: Delivery, handoff: Handoff, now: Date) => Promise<string>;

/** A call is a delivery of its own, to the account `alarm`: once, even if this is asked twice. */
export function callOf(config: Config, desk: Desk, ledger: Ledger): Call {
  return async (delivery, handoff, now) => {
    if (config.alarm === null) return "";
    const channel = await desk.channelOf(config.alarm);
    if (channel === undefined) return worded`, but the alarm account ${config.alarm} cannot be used to call`;
    if (channel.abilities.local)
      return worded`, but the alarm account ${config.alarm} is public and cannot call`;
    const limits = await desk.limitsOf(config.alarm, channel);
    const post = postOf(handoff, limits, config.site.url);
    const { id, entry, story } = delivery;
    const what = { campaign: calls, step: `handoff-${id}`, account: config.alarm, channel: channel.id, post };
    await ledger.deliveries.add([{ ...noticeOf(what, now), entry, story }], now);
    return worded`, called through ${config.alarm}`;
  };
}

/** As much as the channel takes of: who posts where, the page to do it on, the words, the images, how to say that it is done. */
function postOf(handoff: Handoff, limits: Limits, site: string): Post {
  const { label, account, person, share, post, id } = handoff;
  const asked = `${person ?? "Who sees this first"}: a post for ${label} (${account}) is due, by hand.`;
  const done = `Then: ${confirming(id)}`;
  const desk = `All of it: ${site}/desk`;
  const page = share === null ? [] : [share];
  const images = post.media.map(({ url, alt }) => `${pictureAt(`${site}/desk/pictures`, url)}\n${alt}`);
  const ways = [
    [asked, ...page, post.text, ...images, done],
    [asked, ...page, desk, done],
    [asked, desk, done],
  ].map((lines) => lines.join("\n\n"));
  const text = ways.find((way) => limits.text.every((measure) => fits(way, measure))) ?? `${asked}\n${desk}`;
  const title = limits.title === null ? null : `A post for ${label}`;
  return { title, text, link: share, card: null, media: [], language: "en", tags: [] };
}
