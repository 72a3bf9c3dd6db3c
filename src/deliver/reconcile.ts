import type { Repeat } from "../channel/channel.ts";
import type { Failure } from "../channel/failure.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import type { Next } from "../ledger/claims.ts";
import { afterLook, type Look, type Verdict } from "./decide.ts";
import type { Opened, Opening } from "./sessions.ts";
import { keep, momentOf, record, within, type Workshop } from "./workshop.ts";

/** Milliseconds for one look. */
const limit = 60_000;

/** Settles a delivery that may be live by looking; or says how it may be published without making a second post. */
export async function reconcile(
  shop: Workshop,
  delivery: Delivery,
  opening: Opening,
): Promise<Exclude<Verdict, Next> | "settled"> {
  const looked = shop.now();
  const seen = "failure" in opening ? opening.failure : await look(delivery, opening.opened);
  if (isReceipt(seen)) {
    await keep(shop, delivery, seen, "found");
    return "settled";
  }
  const verdict = afterLook(delivery, seen, repeatOf(opening), { ...momentOf(shop), looked });
  if (typeof verdict === "string") return verdict;
  if (isFailure(seen)) await record(shop, delivery, seen, verdict);
  else await shop.ledger.claims.failed(delivery.id, shop.worker, null, verdict);
  return "settled";
}

const isReceipt = (seen: Look | Receipt): seen is Receipt => typeof seen === "object" && "remoteId" in seen;
const isFailure = (seen: Look): seen is Failure => typeof seen === "object";

async function look(delivery: Delivery, { channel, session }: Opened): Promise<Look | Receipt> {
  if (!session.find || !(session.repeat ?? channel.repeat).find) return "unknown";
  try {
    const since = new Date(delivery.armedAt ?? delivery.dueAt);
    return (await within(limit, session.find(delivery.post, delivery.memo, since))) ?? "absent";
  } catch (error) {
    return channel.classify(error);
  }
}

const repeatOf = (opening: Opening): Repeat =>
  "opened" in opening ? (opening.opened.session.repeat ?? opening.opened.channel.repeat) : {};
