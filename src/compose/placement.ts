import type { Channel, Limits } from "../channel/channel.ts";
import { whyNotThere } from "../channel/placement.ts";
import type { Placement } from "../model/account.ts";
import { worded } from "../model/worded.ts";

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
  if (asked === null) return { limits, reply: false, problems: [] };
  const wrong = whyNotThere(asked, channel, limits) ?? whyNoReply(asked, channel, limits);
  if (wrong !== undefined) return { limits, reply: false, problems: [`${wrong.problem} ${wrong.mend}`] };
  return { limits: { ...limits, linkInText: asked === "text" }, reply: asked === "reply", problems: [] };
}

/** What is known only once the server has said what a post is there. */
function whyNoReply(asked: Placement, { label }: Net, { title, linkInText }: Limits) {
  if (asked !== "reply" || title === null || linkInText) return undefined;
  return {
    problem: worded`A post on ${label} is a title and its link.`,
    mend: worded`Take link: reply out.`,
  };
}
