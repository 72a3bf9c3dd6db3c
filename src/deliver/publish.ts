import type { Failure } from "../channel/failure.ts";
import { bound, termOf, type Term } from "../channel/term.ts";
import { isNote } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Json } from "../model/json.ts";
import { worded } from "../model/worded.ts";
import type { Opened } from "./sessions.ts";
import { afterFailure, afterLost } from "./decide.ts";
import { begins, giveBack, keep, lease, record, within, type Done, type Workshop } from "./workshop.ts";

/** Milliseconds after which an answer counts as lost. */
export const limit = 90_000;

/** Repeatable and invisible: what the channel needs before the one visible act. */
export async function prepare(
  shop: Workshop,
  delivery: Delivery,
  { channel, session }: Opened,
): Promise<{ readonly memo: Json } | { readonly failure: Failure }> {
  try {
    const reply = await shop.ledger.claims.reply(delivery);
    if (reply === null && (delivery.part > 1 || isNote(delivery))) return { failure: partMissing };
    const context = { key: delivery.id, previous: delivery.memo, reply };
    return { memo: await within(limit, session.prepare(delivery.post, context)) };
  } catch (error) {
    return { failure: channel.classify(error) };
  }
}

const partMissing: Failure = {
  kind: "refused",
  reason: worded`The post that this one replies to is not live.`,
};

/** Lost: the post may be live, and the ledger says so until somebody has looked. */
export type Publication = Done | { readonly lost: Delivery };

export const settled: Done = { recorded: Promise.resolve() };

/** What makes a second publish of the same memo safe. */
export interface Again {
  /** What a failure of it means. */
  readonly follow: typeof afterFailure;
  /** Until when that may be relied on. */
  readonly until: Date;
}

/** Arms, publishes and records. Also for a second publish with the same memo. */
export async function publish(
  shop: Workshop,
  delivery: Delivery,
  opened: Opened,
  memo: Json,
  { follow, until }: Partial<Again> = {},
): Promise<Publication> {
  // A worker that lost its lease stops here: another may have published already.
  const armed = await arm(shop, { ...delivery, memo }, memo, until);
  if (armed === null) return settled;
  const result = await tryPublish(armed.delivery, opened, memo, armed.term);
  if ("remoteId" in result) return { recorded: keep(shop, armed.delivery, result, "sent") };
  if (result.kind === "lost") return lost(shop, armed.delivery, result);
  await giveBack(shop, armed.delivery, result, follow);
  return settled;
}

/** Milliseconds that arming may take, so that there is time left to begin. */
const prompt = (begins * 1000) / 2;

interface Armed {
  readonly delivery: Delivery;
  readonly term: Term;
}

/** Null where the lease was lost. Whoever slept meanwhile may have lost it since, and asks again. */
async function arm(shop: Workshop, delivery: Delivery, memo: Json, until?: Date): Promise<Armed | null> {
  for (;;) {
    const term = termOf(begins, shop.now);
    const at = shop.now();
    if (until !== undefined && at > until) return null;
    if (!(await shop.ledger.claims.arm(delivery.id, shop.worker, memo, at, lease, begins))) return null;
    if (shop.now().getTime() - at.getTime() < prompt) return { delivery: armedAt(delivery, at), term };
  }
}

const armedAt = (delivery: Delivery, at: Date): Delivery => ({
  ...delivery,
  armedAt: delivery.armedAt ?? at.toISOString(),
  triedAt: new Date(at.getTime() + begins * 1000).toISOString(),
});

async function tryPublish(delivery: Delivery, { channel, session }: Opened, memo: Json, term: Term) {
  try {
    return await within(
      limit,
      bound(term, () => session.publish(delivery.post, memo)),
    );
  } catch (error) {
    return term.untouched() ? stoodStill : channel.classify(error);
  } finally {
    term.end();
  }
}

const stoodStill: Failure = {
  kind: "down",
  reason: worded`This machine stood still before the post was sent: nothing went out, and it is tried again.`,
};

async function lost(shop: Workshop, delivery: Delivery, failure: Failure): Promise<Publication> {
  const now = shop.now();
  await record(shop, delivery, failure, afterLost(failure, now, lease));
  return { lost: { ...delivery, tries: delivery.tries + 1, triedAt: now.toISOString() } };
}
