import type { Failure } from "../channel/failure.ts";
import type { AfterMending, ClaimedCorrection } from "../ledger/mended.ts";
import type { Correction } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { backoff, type Moment } from "./decide.ts";

/** Seconds after the decision at which a correction that cannot be carried out becomes a person's. */
const patience = 24 * 3600;
/** Seconds that a request whose answer was lost may still be under way. */
const settling = 60;

/** What follows instead where the post is not live, or not the one that was meant; null where nothing stands against it. Pure. */
export function whatStandsAgainst({ correction, delivery }: ClaimedCorrection): AfterMending | null {
  const taking = correction.remedy === "remove";
  const { remoteId } = correction;
  switch (delivery.state) {
    case "sent":
      return remoteId === null || remoteId === delivery.receipt?.remoteId ? null : exchanged;
    case "retracted":
      return taking
        ? { state: "done", reason: worded`It was gone already.` }
        : { state: "dismissed", reason: worded`The post was taken back.` };
    case "unsure":
    case "handed":
    case "sending":
      return { state: "failed", reason: mayBeLive(delivery) };
    default:
      return taking
        ? { state: "done", reason: worded`It had not gone out, and does not any more.`, cancel: true }
        : { state: "dismissed", reason: worded`The post is not live.` };
  }
}

const exchanged: AfterMending = {
  state: "dismissed",
  reason: worded`The ledger's receipt names another post by now: look at it, and decide again.`,
};

const mayBeLive = ({ id }: Delivery): string =>
  worded`Nobody knows whether it is live: look at the account, then carillon resolve ${id}, and decide again.`;

/** What follows a failure of an edit or a removal: both may be tried again, as often as it takes. Pure. */
export function afterMishap(
  { correction, delivery }: ClaimedCorrection,
  failure: Failure,
  { now, random }: Moment,
): AfterMending {
  const { reason, kind } = failure;
  if (kind === "refused") return { state: "failed", reason: `${reason} ${wayOut(correction, delivery)}` };
  if (kind === "unauthorised") return { state: "wanted", reason, park: reason };
  const stated = kind === "lost" ? undefined : failure.retryAt;
  const at = stated !== undefined && stated > now ? stated : backoff(correction.tries, now, random);
  const after = kind === "lost" ? { settling } : {};
  if (isTired(correction, now))
    return {
      state: "failed",
      reason: `${worded`Gave up after a day: ${reason}`} ${wayOut(correction, delivery)}`,
      ...after,
    };
  return { state: "wanted", reason, at, ...after, ...(kind === "busy" && { busyUntil: at }) };
}

const isTired = ({ tries, decidedAt, madeAt }: Correction, now: Date): boolean =>
  tries > 0 && now.getTime() - Date.parse(decidedAt ?? madeAt) > patience * 1000;

function wayOut({ remedy }: Correction, { id, receipt }: Delivery): string {
  const place = receipt?.permalink ?? worded`the account`;
  return remedy === "edit"
    ? worded`Choose another way: carillon correct ${id} --by reply, replace or leave.`
    : worded`Take it down by hand at ${place}, then: carillon retract ${id} --by-hand`;
}
