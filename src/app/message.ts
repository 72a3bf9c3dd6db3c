import type { Channel, Limits } from "../channel/channel.ts";
import { fits } from "../channel/measure.ts";
import { shortId } from "../ledger/deliveries.ts";
import type { KeptAlarm } from "../ledger/alarms.ts";
import { calls, type PlannedDelivery } from "../model/delivery.ts";
import { writeMoment } from "../model/moment.ts";
import type { Post } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import type { Alarm } from "../watch/alarm.ts";
import { noticeOf } from "./notice.ts";

/** Alarms in full in one message; the others are counted. */
const most = 10;

/** What is told at once. */
export interface News {
  readonly raised: readonly Alarm[];
  readonly over: readonly KeptAlarm[];
}

/** As much as the channel takes of: what, since when, what to do, what is over. */
export function postOf({ raised, over }: News, limits: Limits, site: Site): Post {
  const title = titleOf({ raised, over }, site);
  const link = `${site.url}/desk`;
  const ways = [most, 5, 3, 2, 1].map((some) => textOf({ raised, over }, some, title, site));
  const text =
    ways.find((way) => limits.text.every((measure) => fits(way, measure))) ?? `${title}. ${everything}`;
  return { title: limits.title && title, text, link, card: null, media: [], language: "en", tags: [] };
}

/** “The Belfry: 2 alarms, 1 over”. */
function titleOf({ raised, over }: News, { name }: Site): string {
  const ill = raised.filter(({ severity }) => severity === "alarm").length;
  const counts = [
    many(ill, "alarm"),
    many(raised.length - ill, "warning"),
    over.length > 0 ? `${over.length} over` : "",
  ];
  return `${name}: ${counts.filter((one) => one !== "").join(", ")}`;
}

const many = (count: number, word: string): string =>
  count === 0 ? "" : `${count} ${word}${count === 1 ? "" : "s"}`;

const everything = "All of it: `carillon status`.";

function textOf({ raised, over }: News, some: number, title: string, { timezone }: Site): string {
  const said = raised.slice(0, some).map((one) => wordsOf(one, timezone));
  const ended = over.slice(0, some).map(({ text }) => `Over: ${text}`);
  const left = raised.length + over.length - said.length - ended.length;
  return [title, ...said, ...ended, ...(left > 0 ? [`And ${left} more.`] : []), everything].join("\n\n");
}

const wordsOf = ({ text, mend, since: at }: Alarm, zone: string): string =>
  `${text}${at === null ? "" : since(at, zone)}\nWhat to do: ${mend}`;

const since = (at: string, zone: string): string => ` Since ${writeMoment(new Date(at), zone)}.`;

/** To the account that people are called through. */
export const messageOf = (
  post: Post,
  account: string,
  { id: channel }: Channel,
  now: Date,
): Omit<PlannedDelivery, "entry"> =>
  noticeOf({ campaign: calls, step: `alarm-${shortId()}`, account, channel, post }, now);
