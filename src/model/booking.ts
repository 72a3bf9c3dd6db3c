import type { State } from "./delivery.ts";

/** A post that the ledger has, as the plan sees it: a thread is one. Times are ISO 8601 in UTC. */
export interface Booking {
  /** The deliveries, part by part. */
  readonly ids: readonly string[];
  readonly entry: string;
  readonly story: string | null;
  readonly campaign: string;
  /** The step's name with its occurrence, as `reminder/2`. */
  readonly step: string;
  readonly account: string;
  /** Of the first part that is neither draft nor scheduled; of the first where all are. */
  readonly state: State;
  readonly dueAt: string;
  /** What the plan asked for when it last had a say; `dueAt` may be later, as others came before. */
  readonly wantedAt: string;
  /** The person who chose its time; null while the plan does. */
  readonly movedBy: string | null;
  /** A person changed its words. */
  readonly edited: boolean;
  /** The plan itself cancelled it, and may take that back. */
  readonly dropped: boolean;
  /** A network has been tried: it follows that network's times now. */
  readonly tried: boolean;
  /** When somebody last agreed to it; null where nobody did, or it waits no more. */
  readonly agreedAt: string | null;
  /** Compared before anything of it is changed. */
  readonly changedAt: string;
}

export const isWaiting = ({ state }: Booking): boolean => state === "draft" || state === "scheduled";

/** Nobody but the plan has had a word about it, and it waits. */
export const isPlans = (booking: Booking): boolean =>
  isWaiting(booking) && booking.movedBy === null && !booking.edited && !booking.tried;

/** A step's name out of that of one of its occurrences. */
export function stepName(step: string): string {
  const end = step.indexOf("/");
  return end === -1 ? step : step.slice(0, end);
}
