import type { Campaign, Step } from "../model/campaign.ts";
import type { Entry, Section, Story } from "../model/entry.ts";
import { rhythm, slotOf } from "./slots.ts";

/** One post that is to go to one account at one moment. */
export interface Slot {
  readonly campaign: Campaign;
  readonly step: Step;
  readonly account: string;
  /** Null where the post is about the entry as a whole. */
  readonly story: Story | null;
  readonly dueAt: Date;
}

/** Everything that the campaigns of its source say about an entry that became news at `newsAt`. Pure. */
export function plan(
  entry: Entry,
  campaigns: readonly Campaign[],
  newsAt: Date,
  zone: string,
): readonly Slot[] {
  return campaigns
    .filter((campaign) => campaign.source === entry.source)
    .flatMap((campaign) => campaign.steps.flatMap((step) => slotsOf(entry, campaign, step, newsAt, zone)));
}

function slotsOf(entry: Entry, campaign: Campaign, step: Step, newsAt: Date, zone: string): readonly Slot[] {
  const subjects = step.each === "story" ? storiesFor(entry, step) : [null];
  const first = slotOf(step.at, step.after, newsAt, zone);
  const moments =
    step.every === null ? subjects.map(() => first) : rhythm(step.every, subjects.length, first, zone);
  return subjects.flatMap((story, index) =>
    step.to.map((account) => ({ campaign, step, account, story, dueAt: moments[index] ?? first })),
  );
}

function storiesFor(entry: Entry, step: Step): readonly Story[] {
  const stories = entry.sections
    .filter((section) => isWanted(section, step))
    .flatMap((section) => section.stories);
  return stories.slice(0, step.limit ?? stories.length);
}

function isWanted(section: Section, step: Step): boolean {
  if (section.kind !== "stories") return false;
  return (
    step.sections.length === 0 ||
    step.sections.some((wanted) =>
      section.path.some((heading) => heading.toLowerCase() === wanted.toLowerCase()),
    )
  );
}
