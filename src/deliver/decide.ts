import type { Failure } from "../channel/failure.ts";
import type { Repeat } from "../channel/channel.ts";
import type { Next } from "../ledger/claims.ts";
import type { Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";

/** Seconds. Tries are spaced 30, 60, 120 … up to an hour, and end a day after the post was first due. */
const firstWait = 30;
const longestWait = 3600;
const patience = 24 * 3600;
/** A request whose answer was lost may still be working its way through the server for this long, unless the channel knows. */
const usualSettling = 60;

/** When to try again: exponential, with up to a fifth of jitter so that accounts do not march in step. `random` is from [0, 1). */
export function backoff(tries: number, now: Date, random: number): Date {
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(tries, 10));
  return new Date(now.getTime() + wait * 1000 * (1 + random / 5));
}

export interface Moment {
  readonly now: Date;
  readonly random: number;
}

/** What follows a failure after which nothing of the post is live. */
export function afterFailure(delivery: Delivery, failure: Failure, moment: Moment): Next {
  const { reason } = failure;
  switch (failure.kind) {
    case "refused":
      return { state: "failed", reason: `${reason} ${worded`Edit the post and retry.`}`, anew: true };
    case "unauthorised":
      return { state: "scheduled", reason, park: reason };
    case "busy": {
      const until =
        laterOf(failure.retryAt, moment.now) ?? backoff(delivery.tries, moment.now, moment.random);
      return { ...again(delivery, reason, until, moment.now), busyUntil: until };
    }
    case "down":
    case "lost": {
      const stated = failure.kind === "down" ? laterOf(failure.retryAt, moment.now) : undefined;
      return again(
        delivery,
        reason,
        stated ?? backoff(delivery.tries, moment.now, moment.random),
        moment.now,
      );
    }
  }
}

const laterOf = (moment: Date | undefined, now: Date): Date | undefined =>
  moment !== undefined && moment > now ? moment : undefined;

function again(delivery: Delivery, reason: string, at: Date, now: Date): Next {
  return tiredOf(delivery, now)
    ? {
        state: "failed",
        reason: `${worded`Gave up after ${delivery.tries + 1} tries in a day: ${reason}`} ${worded`Mend the cause and retry.`}`,
      }
    : { state: "scheduled", reason, at };
}

/** A day in which this machine slept is no day of trying. */
const fewest = 12;

const tiredOf = (delivery: Delivery, now: Date): boolean =>
  delivery.tries >= fewest && now.getTime() - Date.parse(delivery.firstDueAt) > patience * 1000;

/** What a look at the network showed of a post that may be live. */
export type Look = "absent" | "unknown" | Failure;

/** An answer was lost: a look comes next, and is another worker's after `lease` seconds. */
export const afterLost = ({ reason }: Failure, now: Date, lease: number): Next => ({
  state: "sending",
  reason,
  at: new Date(now.getTime() + lease * 1000),
  triedAt: now,
});

/** Lost twice in a row: the network has trouble, so the next look waits. */
export const afterLostAgain = ({ tries }: Delivery, { now, random }: Moment): Next => ({
  state: "sending",
  reason: worded`The network's answer was lost again: looking for the post later.`,
  at: backoff(tries, now, random),
});

/**
 * The memo may be published again, as nothing of it is live, or the same once more, as the network keeps its key: then the
 * earlier one may be live still. Or this follows.
 */
export type Verdict = "publish again" | "publish the same" | Next;

export interface LookMoment extends Moment {
  /** When the look began: what it has shown may have changed since. */
  readonly looked: Date;
}

/** What follows when an answer was lost: never a blind second publish. */
export function afterLook(delivery: Delivery, look: Look, repeat: Repeat, moment: LookMoment): Verdict {
  if (typeof look === "object") return afterDoubt(delivery, look, moment);
  const keeps = isKept(delivery, repeat, moment.now);
  if (look === "unknown" && !keeps) return { state: "unsure", reason: unsureReason };
  const settling = repeat.settling ?? usualSettling;
  const settled = isSettled(delivery, repeat, moment.looked);
  if (look === "absent" && settled) return "publish again";
  if (keeps && (settled || repeat.settling === undefined)) return "publish the same";
  const at = new Date(Date.parse(delivery.triedAt ?? moment.now.toISOString()) + settling * 1000);
  return { state: "sending", reason: settlingReason, at };
}

/** Whether what the network does not show by then will not come any more. */
export const isSettled = (
  { triedAt }: Delivery,
  { settling = usualSettling }: Repeat,
  looked: Date,
): boolean => age(triedAt, looked) >= settling;

/** Seconds by which clocks differ that nobody has set. */
const drift = 60;

/** Whether the network still keeps the memo's key. A moment yet to come was told by a wrong clock: nobody knows how long ago it was. */
function isKept({ armedAt }: Delivery, { sameFor = 0 }: Repeat, now: Date): boolean {
  const since = age(armedAt, now);
  return sameFor === Infinity || (since > -drift && Math.max(0, since) < sameFor);
}

/** In seconds. */
const age = (since: string | null, now: Date): number =>
  (now.getTime() - Date.parse(since ?? now.toISOString())) / 1000;

const settlingReason = worded`The answer was lost and the post is not to be seen yet: looking again in a minute.`;

const unsureReason = worded`The network's answer was lost, and it has no way to look the post up. Look at the account: \`carillon resolve ID --permalink URL\` if the post is there, \`carillon resolve ID --again\` if not.`;

/** Looks that a network answered with nonsense, or that cannot tell: after so many, and so many seconds, a person looks. */
const vainLooks = 4;
const vainly = 600;

/**
 * It may be live, and neither a look nor a second publish of the same could tell: keep it as it is, and look again later.
 * A person is asked when that goes on.
 */
export function afterDoubt(delivery: Delivery, failure: Failure, moment: Moment): Next {
  const { reason } = failure;
  const tells = failure.kind !== "lost" && failure.kind !== "refused";
  const vain = !tells && delivery.tries >= vainLooks && age(delivery.triedAt, moment.now) >= vainly;
  if (vain || tiredOf(delivery, moment.now))
    return { state: "unsure", reason: `${unsureReason} (${reason})` };
  const at = laterOf(failure.kind === "busy" ? failure.retryAt : undefined, moment.now);
  const next = {
    state: "sending",
    reason,
    at: at ?? backoff(delivery.tries, moment.now, moment.random),
  } as const;
  return failure.kind === "unauthorised" ? { ...next, park: reason } : next;
}
