import type { Failure } from "../channel/failure.ts";
import { isNote } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Json } from "../model/json.ts";
import type { Opened } from "./sessions.ts";
import { afterFailure, afterLost } from "./decide.ts";
import { giveBack, keep, lease, record, within, type Done, type Workshop } from "./workshop.ts";

/** Milliseconds after which an answer counts as lost. */
const limit = 90_000;

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
  reason: "The post that this one replies to is not live.",
};

/** Lost: the post may be live, and the ledger says so until somebody has looked. */
export type Publication = Done | { readonly lost: Delivery };

export const settled: Done = { recorded: Promise.resolve() };

/** Arms, publishes and records. Also for a second publish with the same memo; `follow` says what a failure of it means. */
export async function publish(
  shop: Workshop,
  delivery: Delivery,
  opened: Opened,
  memo: Json,
  follow: typeof afterFailure = afterFailure,
): Promise<Publication> {
  // A worker that lost its lease stops here: another may have published already.
  const at = await arm(shop, delivery, memo);
  if (at === null) return settled;
  const armed: Delivery = { ...delivery, memo, armedAt: delivery.armedAt ?? at, triedAt: at };
  const result = await tryPublish(armed, opened, memo);
  if ("remoteId" in result) return { recorded: keep(shop, armed, result, "sent") };
  if (result.kind === "lost") return lost(shop, armed, result);
  await giveBack(shop, armed, result, follow);
  return settled;
}

/** Milliseconds that arming may take: what is left of the lease covers the longest publish. */
const prompt = (lease * 1000 - limit) / 2;

/** Since when it is armed; null where the lease was lost. Whoever slept meanwhile may have lost it since, and asks again. */
async function arm(shop: Workshop, { id }: Delivery, memo: Json): Promise<string | null> {
  for (;;) {
    const at = shop.now();
    if (!(await shop.ledger.claims.arm(id, shop.worker, memo, at, lease))) return null;
    if (shop.now().getTime() - at.getTime() < prompt) return at.toISOString();
  }
}

async function tryPublish(delivery: Delivery, { channel, session }: Opened, memo: Json) {
  try {
    return await within(limit, session.publish(delivery.post, memo));
  } catch (error) {
    return channel.classify(error);
  }
}

async function lost(shop: Workshop, delivery: Delivery, failure: Failure): Promise<Publication> {
  const now = shop.now();
  await record(shop, delivery, failure, afterLost(failure, now, lease));
  return { lost: { ...delivery, tries: delivery.tries + 1, triedAt: now.toISOString() } };
}
