import type { Failure } from "../channel/failure.ts";
import type { Claimed, Next } from "../ledger/claims.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Attempt, Delivery } from "../model/delivery.ts";
import type { Json } from "../model/json.ts";
import type { Receipt } from "../model/post.ts";
import { afterFailure, type Moment } from "./decide.ts";
import { reconcile } from "./reconcile.ts";
import type { Opened, Sessions } from "./sessions.ts";

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
}

/** Seconds that a worker may keep a delivery without a sign of life; longer than any channel takes to give up. */
export const lease = 180;
/** Milliseconds after which an answer counts as lost. */
const publishLimit = 90_000;

/** Takes a claimed delivery as far as it goes. Whatever happens is in the ledger when this resolves. Throws LedgerError only. */
export async function deliver(shop: Workshop, { delivery, left }: Claimed): Promise<void> {
  const opening = await shop.sessions.open(delivery.account);
  const mayBeLive = left && delivery.memo !== null;
  if (mayBeLive) return reconcile(shop, delivery, opening);
  const refusal = await shop.gate(delivery, shop.now());
  if (refusal !== null)
    return void (await shop.ledger.claims.failed(delivery.id, shop.worker, null, refusal));
  if ("failure" in opening) return giveBack(shop, delivery, opening.failure);
  const memo = await prepare(shop, delivery, opening.opened);
  if ("failure" in memo) return giveBack(shop, delivery, memo.failure);
  await publish(shop, delivery, opening.opened, memo.memo);
}

async function prepare(
  shop: Workshop,
  delivery: Delivery,
  { channel, session }: Opened,
): Promise<{ memo: Json } | { failure: Failure }> {
  try {
    const reply = await shop.ledger.claims.reply(delivery);
    if (delivery.part > 1 && reply === null)
      return { failure: { kind: "refused", reason: "The part before this one is not live." } };
    const context = { key: delivery.id, previous: delivery.memo, reply };
    return { memo: await within(publishLimit, session.prepare(delivery.post, context)) };
  } catch (error) {
    return { failure: channel.classify(error) };
  }
}

/** Arms, publishes and records. Also for a second publish with the same memo. */
export async function publish(shop: Workshop, delivery: Delivery, opened: Opened, memo: Json): Promise<void> {
  const { claims } = shop.ledger;
  // A worker that lost its lease stops here: another may have published already.
  if (!(await claims.arm(delivery.id, shop.worker, memo, shop.now(), lease))) return;
  const armed: Delivery = { ...delivery, memo, armedAt: delivery.armedAt ?? shop.now().toISOString() };
  try {
    await keep(shop, armed, await within(publishLimit, opened.session.publish(delivery.post, memo)), "sent");
  } catch (error) {
    await afterPublish(shop, armed, opened, opened.channel.classify(error));
  }
}

async function afterPublish(
  shop: Workshop,
  delivery: Delivery,
  opened: Opened,
  failure: Failure,
): Promise<void> {
  if (failure.kind !== "lost") return giveBack(shop, delivery, failure);
  await record(shop, delivery, failure, {
    state: "sending",
    reason: failure.reason,
    at: later(shop.now(), lease),
  });
  await reconcile(shop, { ...delivery, tries: delivery.tries + 1 }, { opened });
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** The receipt into the ledger; where the lease was lost meanwhile, the receipt still counts: the post is live. */
export async function keep(
  shop: Workshop,
  delivery: Delivery,
  receipt: Receipt,
  outcome: "sent" | "found",
): Promise<void> {
  const attempt: Attempt = { at: shop.now().toISOString(), outcome, reason: null };
  const kept = await shop.ledger.claims.sent(delivery.id, shop.worker, attempt, receipt);
  if (!kept)
    await shop.ledger.deliveries.change(
      delivery.id,
      ["sending", "unsure"],
      { state: "sent", receipt, reason: null },
      shop.now(),
    );
  shop.tell(delivery, attempt);
}

/** Nothing is live: what follows by the kind of failure. */
export async function giveBack(shop: Workshop, delivery: Delivery, failure: Failure): Promise<void> {
  if (failure.kind === "unauthorised") await shop.sessions.forget(delivery.account);
  await record(shop, delivery, failure, afterFailure(delivery, failure, momentOf(shop)));
}

export const momentOf = (shop: Workshop): Moment => ({ now: shop.now(), random: shop.random() });

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

/** Rejects when a channel does not come back in time; what it was doing may still happen. */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit / 1000} seconds`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
