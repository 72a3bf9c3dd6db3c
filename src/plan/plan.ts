import type { Campaign, Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import { asksOf } from "./asks.ts";
import { offsetsOf } from "./zones.ts";

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
  const at = newsAt.toISOString();
  const news = { id: "", entry, state: "news", reason: null, foundAt: at, newsAt: at } as const;
  const known = { ...news, plannedAt: null, fingerprint: "" };
  const about = { entry: known, booked: [], offsets: offsetsOf(zone), clocks: offsetsOf };
  return asksOf(step, about).flatMap(({ story, wanted }) =>
    step.to.map((account) => ({ campaign, step, account, story, dueAt: new Date(wanted) })),
  );
}
