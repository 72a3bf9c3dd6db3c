import type { Repeat, Session } from "../channel/channel.ts";
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
  const seen = "failure" in opening ? opening.failure : await look(shop, delivery, opening.opened);
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

export const isReceipt = (seen: Look | Receipt): seen is Receipt =>
  typeof seen === "object" && "remoteId" in seen;
const isFailure = (seen: Look): seen is Failure => typeof seen === "object";

/** Whether the network shows it. Changes nothing. */
export async function look(
  shop: Pick<Workshop, "ledger" | "now">,
  delivery: Delivery,
  { channel, session }: Opened,
): Promise<Look | Receipt> {
  if (!session.find || !(session.repeat ?? channel.repeat).find) return "unknown";
  try {
    const found = await find(delivery, session.find);
    if (found === undefined) return "absent";
    return (await isOfAnother(shop, delivery, found)) ? "unknown" : found;
  } catch (error) {
    return channel.classify(error);
  }
}

/** Milliseconds by which our clock may have been ahead of the network's: a wrong day, and hours of a wrong zone. */
const doubt = 26 * 3_600_000;

/** Looks further back before it says no: posts bear the network's own time. */
async function find({ post, memo, armedAt, dueAt }: Delivery, ask: NonNullable<Session["find"]>) {
  const armed = Date.parse(armedAt ?? dueAt);
  const found = await within(limit, ask(post, memo, new Date(armed)));
  return found ?? within(limit, ask(post, memo, new Date(armed - doubt)));
}

/** The same words may have gone out before, as another delivery. */
async function isOfAnother(
  shop: Pick<Workshop, "ledger" | "now">,
  { id, account, armedAt, dueAt }: Delivery,
  found: Receipt,
): Promise<boolean> {
  const armed = Date.parse(armedAt ?? dueAt);
  const changedSince = new Date(Math.min(shop.now().getTime(), armed) - memory).toISOString();
  const sent = await shop.ledger.deliveries.list({ account, states: ["sent", "retracted"], changedSince });
  return sent.some((one) => one.id !== id && one.receipt?.remoteId === found.remoteId);
}

/** Milliseconds before the post was armed: more than any look goes back. */
const memory = 3 * 24 * 3_600_000;

const repeatOf = (opening: Opening): Repeat =>
  "opened" in opening ? (opening.opened.session.repeat ?? opening.opened.channel.repeat) : {};
