import type { Channel, Session } from "../channel/channel.ts";
import type { Failure } from "../channel/failure.ts";
import { bound, termOf } from "../channel/term.ts";
import type { AfterMending, ClaimedCorrection } from "../ledger/mended.ts";
import type { Receipt } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { afterMishap, whatStandsAgainst } from "./mishap.ts";
import { begins, lease, momentOf, within, type Workshop } from "./workshop.ts";

/** Milliseconds after which an answer counts as lost. */
const limit = 90_000;

/**
 * Carries out a claimed correction. That it is wanted is in the ledger, then it is done, then that it was; what died in between
 * is done again by whoever comes next, which is the same post with the same words, or gone. Throws LedgerError only.
 */
export async function mend(shop: Workshop, claimed: ClaimedCorrection): Promise<void> {
  const against = whatStandsAgainst(claimed);
  if (against !== null) return follow(shop, claimed, against);
  const opening = await shop.sessions.open(claimed.correction.account);
  if ("failure" in opening) return giveUp(shop, claimed, opening.failure);
  const { ledger, worker } = shop;
  const term = termOf(begins, shop.now);
  // A worker that lost its lease stops here, and so does one whose post was taken back or exchanged meanwhile.
  if (!(await ledger.mending.arm(claimed, worker, shop.now(), lease))) return;
  const { channel, session } = opening.opened;
  const result = await bound(term, () => tryAct(shop, claimed, channel, session));
  term.end();
  if ("kind" in result) return giveUp(shop, claimed, result);
  if (await ledger.mending.done(claimed, worker, shop.now(), result.receipt))
    told(shop, claimed, "done", null);
}

async function tryAct(
  shop: Workshop,
  claimed: ClaimedCorrection,
  channel: Channel,
  session: Session,
): Promise<{ readonly receipt: Receipt | null } | Failure> {
  try {
    return await within(limit, act(claimed, session, shop.now()));
  } catch (error) {
    return channel.classify(error);
  }
}

/** Exactly one act, upon the post that the delivery's own receipt names. */
async function act(
  { correction, delivery }: ClaimedCorrection,
  session: Session,
  now: Date,
): Promise<{ readonly receipt: Receipt | null } | Failure> {
  const { id: key, triedAt, remedy, posts, part } = correction;
  const context = { key, again: triedAt !== null, since: new Date(triedAt ?? now) };
  const { receipt } = delivery;
  const post = posts[part - 1];
  if (receipt === null) return refuse(worded`The ledger has no receipt for it.`);
  if (remedy === "edit" && post !== undefined && session.edit)
    return { receipt: await session.edit(receipt, post, context) };
  if ((remedy !== "remove" && remedy !== "replace") || !session.remove)
    return refuse(worded`The network has no way to do that.`);
  await session.remove(receipt, context);
  return { receipt: null };
}

const refuse = (reason: string): Failure => ({ kind: "refused", reason });

async function giveUp(shop: Workshop, claimed: ClaimedCorrection, met: Failure): Promise<void> {
  const { account } = claimed.correction;
  if (met.kind === "unauthorised") await shop.sessions.forget(account);
  const failure = await shop.sessions.doubt(account, met);
  await follow(shop, claimed, afterMishap(claimed, failure, momentOf(shop)));
}

async function follow(shop: Workshop, claimed: ClaimedCorrection, after: AfterMending): Promise<void> {
  if (await shop.ledger.mending.failed(claimed, shop.worker, shop.now(), after))
    told(shop, claimed, after.state, after.reason);
}

function told(
  shop: Workshop,
  { correction, delivery }: ClaimedCorrection,
  state: AfterMending["state"],
  reason: string | null,
): void {
  shop.tellMended?.(delivery, { ...correction, state, reason });
}
