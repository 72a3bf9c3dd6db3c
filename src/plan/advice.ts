import type { Campaign, Step } from "../model/campaign.ts";
import type { Entry } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import { clockLength, dayOfDate, momentOf, type Offsets } from "./clock.ts";
import { eventHeadings } from "./event-words.ts";
import { isUnder } from "./headings.ts";

/** About a step: a sentence with its mend. */
export interface Advice {
  readonly campaign: string;
  readonly step: string;
  readonly text: string;
}

export const placeOf = ({ campaign, step }: Advice): string => `campaigns.${campaign}.steps.${step}`;

/**
 * What campaigns ask for that will never come, in sentences with their mends. `entries`: some of the newest of each source, to
 * see whether there are such sections; none where no ledger knows any yet.
 */
export function adviceOn(
  campaigns: readonly Campaign[],
  entries: readonly Entry[],
  offsets: Offsets,
  now: Date,
): readonly Advice[] {
  return campaigns.flatMap((campaign) =>
    campaign.steps.flatMap((step) => {
      const own = entries.filter(({ source, newsletter }) => source === campaign.source && newsletter);
      const texts = [...pastDay(step, offsets, now), ...unknownSections(step, own)];
      return texts.map((text) => ({ campaign: campaign.name, step: step.name, text }));
    }),
  );
}

function pastDay({ on }: Step, offsets: Offsets, now: Date): readonly string[] {
  if (on?.kind !== "once") return [];
  const at = momentOf(dayOfDate(on.date), clockLength(on.clock), offsets);
  return at > now.getTime()
    ? []
    : [worded`${on.date} is past, so nothing will go out. Choose a day to come, or take the step out.`];
}

/** Headings that stand in none of the newest issues. */
function unknownSections(step: Step, entries: readonly Entry[]): readonly string[] {
  const sections = entries.flatMap((entry) => entry.sections.filter(({ stories }) => stories.length > 0));
  if (sections.length === 0 || (step.each !== "story" && !step.before)) return [];
  const wanted =
    step.before && step.sections.length === 0 ? [eventHeadings] : step.sections.map((one) => [one]);
  const known = [...new Set(sections.flatMap(({ path }) => path.slice(-1)))].slice(0, 8);
  return wanted
    .filter((patterns) => !sections.some((section) => isUnder(section, patterns)))
    .map((patterns) => {
      const name = patterns.length > 1 ? "for events" : `“${patterns[0]}”`;
      return worded`None of the last ${entries.length} issues has a section ${name}. There are: ${known.join(", ")}.`;
    });
}
