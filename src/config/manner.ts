import type { Channel } from "../channel/channel.ts";
import { whyNotThere } from "../channel/placement.ts";
import type { Account, Placement, Utm } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import type { Finding } from "./finding.ts";

type Texts = Readonly<Record<string, string | null | undefined>>;
type Wrong = Pick<Finding, "problem" | "mend">;

export const placements = ["text", "reply", "card"] as const satisfies readonly Placement[];

interface Understood {
  readonly common: Pick<Account, "link" | "mentions">;
  /** By key. */
  readonly wrong: Readonly<Record<string, Wrong>>;
}

/** How an account wants things said, but for `utm`. */
export function readManner(texts: Texts, channel: Channel): Understood {
  const asked = texts["link"] ?? "";
  const link = placements.find((one) => one === asked);
  const misplaced = link === undefined ? undefined : whyNotThere(link, channel, channel.limits);
  const mentions = texts["mentions"] ?? "";
  return {
    common: {
      ...(link !== undefined && { link }),
      ...(mentions === "false" && { mentions: false }),
    },
    wrong: {
      ...(asked !== "" && link === undefined && { link: noPlace }),
      ...(misplaced !== undefined && { link: misplaced }),
      ...(!["", "true", "false"].includes(mentions) && { mentions: neither }),
    },
  };
}

const noPlace: Wrong = {
  problem: worded`The link cannot stand there.`,
  mend: worded`Write text, reply or card.`,
};
const neither: Wrong = {
  problem: worded`This is neither true nor false.`,
  mend: worded`Write one of the two.`,
};

const usual: Utm = { source: "{channel}", medium: "social", campaign: "{campaign}" };

/** What is written under `utm`: what is not said is as usual. */
export function utmOf(written: boolean | Readonly<Record<string, string | undefined>>): Utm | undefined {
  if (written === false) return undefined;
  const said = Object.entries(written === true ? {} : written).filter(([, value]) => value !== undefined);
  return { ...usual, ...(Object.fromEntries(said) as Utm) };
}

const places = new Set(["campaign", "step", "account", "channel", "entry"]);

/** The value of a parameter; undefined where it names a place that nothing is filled in for. */
export function readUtm(written: string): string | undefined {
  const named = written.match(/\{[^}]*\}?/g) ?? [];
  const known = named.every((one) => one.endsWith("}") && places.has(one.slice(1, -1)));
  return known && written.trim() !== "" ? written.trim() : undefined;
}
