import type { Clock } from "./slot.ts";

/** What must come true of a campaign, or somebody is told. */
export interface Expectation {
  /** By when there is a new entry, time and again; null where none is waited for. */
  readonly entry: Deadline | null;
  /** Seconds after its time by which a post must be there. */
  readonly confirmed: number;
}

/** A moment of every day, week or month, in the site's zone. */
export interface Deadline {
  readonly every: "day" | "week" | "month";
  /** Of the week, from 1 for Monday; or of the month, where a shorter month has its last day. 0 for every day. */
  readonly day: number;
  /** Null: the day's end. */
  readonly clock: Clock | null;
}

/** Of campaigns that say nothing else, and of calls. */
export const usual: Expectation = { entry: null, confirmed: 3600 };
