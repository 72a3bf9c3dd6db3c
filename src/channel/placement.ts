import type { Placement } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import type { Channel, Limits } from "./channel.ts";

interface Wrong {
  /** One sentence each. */
  readonly problem: string;
  readonly mend: string;
}

/** Why a link cannot stand there on a channel, as far as its limits tell; undefined where it can. */
export function whyNotThere(
  asked: Placement,
  { label, card, abilities }: Pick<Channel, "label" | "card" | "abilities">,
  { linkInText }: Pick<Limits, "linkInText">,
): Wrong | undefined {
  if (asked === "card" && linkInText && card !== "supplied")
    return {
      problem: worded`${label} shows a link only where it stands in the text.`,
      mend: worded`Write link: ${abilities.thread ? worded`text or reply` : "text"}, or take it out.`,
    };
  if (asked === "reply" && !abilities.thread)
    return {
      problem: worded`On ${label} no post can reply to another.`,
      mend: worded`Write link: text, or take it out.`,
    };
  return undefined;
}
