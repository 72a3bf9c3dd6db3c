import type { Failure } from "../channel/failure.ts";
import type { Next } from "../ledger/claims.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Correction } from "../model/correction.ts";
import type { Attempt, Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { afterFailure, type Moment } from "./decide.ts";
import type { Sessions } from "./sessions.ts";

/** What a worker works with. */
export interface Workshop {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly worker: string;
  readonly now: () => Date;
  readonly random: () => number;
  /** A last question before anything is sent; what follows instead where the answer is no. */
  readonly gate: (delivery: Delivery, now: Date) => Promise<Next | null>;
  /** Told of everything that ended a try. */
  readonly tell: (delivery: Delivery, attempt: Attempt) => void;
  /** Told of every correction that was carried out, or was not. */
  readonly tellMended?: ((delivery: Delivery, correction: Correction) => void) | undefined;
}

/** Seconds that a worker may keep a delivery without a sign of life; longer than any channel takes to give up. */
export const lease = 180;

/** Seconds after arming in which requests may begin: those that do are over long before the lease is. */
export const begins = 30;

export const momentOf = (shop: Workshop): Moment => ({ now: shop.now(), random: shop.random() });

/** Work on a delivery whose last word may still be on its way into the ledger: whoever claims next need not wait for it. */
export interface Done {
  readonly recorded: Promise<void>;
}

/** The receipt into the ledger; where the lease was lost meanwhile, the receipt still counts: the post is live. */
export async function keep(
  shop: Workshop,
  delivery: Delivery,
  receipt: Receipt,
  outcome: "sent" | "found",
): Promise<void> {
  const attempt: Attempt = { at: shop.now().toISOString(), outcome, reason: null };
  const kept = await shop.ledger.claims.sent(delivery.id, shop.worker, attempt, receipt);
  if (!kept) await keepLate(shop, delivery.id, receipt);
  shop.tell(delivery, attempt);
}

async function keepLate(shop: Workshop, id: string, receipt: Receipt): Promise<void> {
  const { deliveries, audit } = shop.ledger;
  const sent = { state: "sent", receipt, reason: null } as const;
  if (await deliveries.change(id, ["sending", "unsure", "failed"], sent, shop.now())) return;
  const known = (await deliveries.get(id))?.receipt;
  if (!known || known.remoteId === receipt.remoteId) return;
  const detail = worded`It is there twice: ${receipt.permalink ?? receipt.remoteId} as well. Take one of them down by hand.`;
  await audit.write({ at: shop.now().toISOString(), who: "carillon", action: "twice", subject: id, detail });
}

/** What follows by the kind of failure: nothing is live, unless `follow` says otherwise. */
export async function giveBack(
  shop: Workshop,
  delivery: Delivery,
  met: Failure,
  follow: typeof afterFailure = afterFailure,
): Promise<void> {
  if (met.kind === "unauthorised") await shop.sessions.forget(delivery.account);
  const failure = await shop.sessions.doubt(delivery.account, met);
  await record(shop, delivery, failure, follow(delivery, failure, momentOf(shop)));
}

export async function record(
  shop: Workshop,
  delivery: Delivery,
  failure: Failure,
  next: Next,
): Promise<void> {
  const attempt: Attempt = { at: shop.now().toISOString(), outcome: failure.kind, reason: failure.reason };
  await shop.ledger.claims.failed(delivery.id, shop.worker, attempt, next);
  shop.tell(delivery, attempt);
}

/** Rejects when a channel does not come back within `limit` milliseconds; what it was doing may still happen. */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(worded`no answer within ${limit / 1000} seconds`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
