import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import { afterLook, type Look } from "./decide.ts";
import { keep, momentOf, publish, record, within, type Workshop } from "./deliver.ts";
import type { Opened, Opening } from "./sessions.ts";

/** Milliseconds for one look. */
const lookLimit = 60_000;

/** Settles a delivery that may be live: looks first, and publishes again only where that cannot make a second post. */
export async function reconcile(shop: Workshop, delivery: Delivery, opening: Opening): Promise<void> {
  const seen = "failure" in opening ? opening.failure : await look(delivery, opening.opened);
  if ("remoteId" in Object(seen)) return keep(shop, delivery, seen as Receipt, "found");
  const verdict = afterLook(delivery, seen as Look, repeatOf(opening), momentOf(shop));
  if (verdict !== "publish again") return conclude(shop, delivery, seen as Look, verdict);
  if ("opened" in opening && delivery.memo !== null)
    await publish(shop, delivery, opening.opened, delivery.memo);
}

async function look(delivery: Delivery, { channel, session }: Opened): Promise<Look | Receipt> {
  if (!session.find || !(session.repeat ?? channel.repeat).find) return "unknown";
  try {
    const since = new Date(delivery.armedAt ?? delivery.dueAt);
    return (await within(lookLimit, session.find(delivery.post, delivery.memo, since))) ?? "absent";
  } catch (error) {
    return channel.classify(error);
  }
}

const repeatOf = (opening: Opening) =>
  "opened" in opening ? (opening.opened.session.repeat ?? opening.opened.channel.repeat) : {};

async function conclude(
  shop: Workshop,
  delivery: Delivery,
  seen: Look,
  next: Parameters<typeof record>[3],
): Promise<void> {
  if (typeof seen === "object") return record(shop, delivery, seen, next);
  await shop.ledger.claims.failed(delivery.id, shop.worker, null, next);
}
