import type { Channel, Limits } from "../channel/channel.ts";
import type { Placement } from "../model/account.ts";

export interface Placed {
  /** As templates are to see them. */
  readonly limits: Limits;
  /** The link goes into the first reply. */
  readonly reply: boolean;
  readonly problems: readonly string[];
}

type Net = Pick<Channel, "label" | "card" | "abilities">;

/** Where the link goes on a channel. What cannot be done is a problem, and the link goes where the network wants it. */
export function placeLink(asked: Placement | null, channel: Net, limits: Limits): Placed {
  const problem =
    asked === null ? undefined : (whyNot(asked, channel, limits) ?? whyNoReply(asked, channel, limits));
  if (asked === null || problem !== undefined)
    return { limits, reply: false, problems: problem === undefined ? [] : [problem] };
  return { limits: { ...limits, linkInText: asked === "text" }, reply: asked === "reply", problems: [] };
}

/** Why a link cannot stand there on that channel, whatever the server; undefined where it can. */
export function whyNot(
  asked: Placement,
  { label, card, abilities }: Net,
  limits: Limits,
): string | undefined {
  if (asked === "card" && limits.linkInText && card !== "supplied")
    return `${label} shows a link only where it stands in the text: take “link: card” out, or write “link: reply”.`;
  if (asked === "reply" && !abilities.thread)
    return `Posts on ${label} have no replies of one’s own: take “link: reply” out.`;
  return undefined;
}

/** What is known only once the server has said what a post is there. */
function whyNoReply(asked: Placement, { label }: Net, limits: Limits): string | undefined {
  const isLink = asked === "reply" && limits.title !== null && !limits.linkInText;
  return isLink ? `A post on ${label} is a title and a link: take “link: reply” out.` : undefined;
}
