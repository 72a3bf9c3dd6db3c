import type { Booking } from "../model/booking.ts";
import type { Step } from "../model/campaign.ts";
import { worded } from "../model/worded.ts";
import type { Moment } from "./clock.ts";

/** Milliseconds after its time from which a post is late. */
const late = 3_600_000;

/** What becomes of a post whose time is over. */
export interface Fate {
  readonly state: "cancelled" | "held";
  /** One sentence, with the mend. */
  readonly why: string;
}

type Timed = Pick<Booking, "dueAt" | "agreedAt" | "tried" | "state">;

/** Null where it may go out still. `until`: when the step has it expire. */
export function fateOf(booking: Timed, step: Step, until: Moment | null, now: Date): Fate | null {
  if (until !== null && now.getTime() > until) return { state: "cancelled", why: expired(step) };
  const rule = step.late ?? "send";
  if (rule === "send" || booking.tried || booking.state !== "scheduled") return null;
  const since = Math.max(Date.parse(booking.dueAt), Date.parse(booking.agreedAt ?? booking.dueAt));
  if (now.getTime() - since <= late) return null;
  return rule === "skip"
    ? {
        state: "cancelled",
        why: worded`Its time passed while nothing was sent, and ${step.name} is not sent late. To send it still: retry.`,
      }
    : {
        state: "held",
        why: worded`Its time passed while nothing was sent: release it to send it now, or cancel it.`,
      };
}

const expired = ({ name, before, expires }: Step): string =>
  before === undefined || expires !== undefined
    ? worded`${name} was not to go out so long after its time: it has expired. To send it still: retry.`
    : worded`The event has begun. To send it still: retry.`;
