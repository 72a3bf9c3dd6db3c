import type { Campaign, Step } from "../model/campaign.ts";
import type { Story } from "../model/entry.ts";
import type { KnownEntry } from "../model/sighting.ts";
import type { Moment } from "./clock.ts";

/** A post that a step asks for. */
export interface Wish {
  readonly campaign: Campaign;
  readonly step: Step;
  /** The step's name, with the occurrence where it has several: `reminder/2`, `monthly/2026-12-01`. */
  readonly name: string;
  readonly account: string;
  readonly entry: KnownEntry;
  /** Null where the post is about the entry as a whole. */
  readonly story: Story | null;
  /** When the step asks for it; others may be there first. */
  readonly wanted: Moment;
  /** Where its entry stands among all that the plan knows, which are in the order in which their sources have them. */
  readonly turn: number;
  /** When it is no longer worth saying; null for never. */
  readonly until: Moment | null;
  /** Comes before others that want the same moment: by campaign, step, and story. */
  readonly rank: readonly [campaign: number, step: number, story: number];
}

/** Of entries that became news together the oldest goes first; those of one time as they stand in their source. */
export function compareWishes(a: Wish, b: Wish): number {
  return (
    a.wanted - b.wanted ||
    a.rank[0] - b.rank[0] ||
    a.rank[1] - b.rank[1] ||
    compareTexts(a.entry.newsAt ?? a.entry.foundAt, b.entry.newsAt ?? b.entry.foundAt) ||
    compareTexts(a.entry.entry.published ?? "", b.entry.entry.published ?? "") ||
    a.turn - b.turn ||
    compareTexts(a.entry.id, b.entry.id) ||
    a.rank[2] - b.rank[2] ||
    compareTexts(a.name, b.name)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
