import type { Claimed, Next } from "../ledger/claims.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Json } from "../model/json.ts";
import { afterDoubt, afterFailure, afterLostAgain } from "./decide.ts";
import { prepare, publish, settled } from "./publish.ts";
import { reconcile } from "./reconcile.ts";
import type { Opened, Opening } from "./sessions.ts";
import { giveBack, lease, momentOf, type Done, type Workshop } from "./workshop.ts";

/** Takes a claimed delivery as far as it goes. Whatever happens is in the ledger when it is recorded. Throws LedgerError only. */
export async function deliver(shop: Workshop, { delivery, left }: Claimed): Promise<Done> {
  if (left && delivery.memo !== null && delivery.triedAt !== null)
    return resume(shop, delivery, await shop.sessions.open(delivery.account), delivery.memo);
  const refusal = await shop.gate(delivery, shop.now());
  if (refusal !== null) return { recorded: postpone(shop, delivery, refusal) };
  const opening = await shop.sessions.open(delivery.account);
  if ("failure" in opening) return { recorded: giveBack(shop, delivery, opening.failure) };
  const prepared = await prepare(shop, delivery, opening.opened);
  if ("failure" in prepared) return { recorded: giveBack(shop, delivery, prepared.failure) };
  return publishOnce(shop, delivery, opening.opened, prepared.memo);
}

/** A worker died, or an answer was lost, after this was armed. */
async function resume(shop: Workshop, delivery: Delivery, opening: Opening, memo: Json): Promise<Done> {
  const until = new Date(shop.now().getTime() + lease * 1000);
  const verdict = await reconcile(shop, delivery, opening);
  if (verdict === "settled" || "failure" in opening) return settled;
  const follow = verdict === "publish the same" ? afterDoubt : afterFailure;
  const outcome = await publish(shop, delivery, opening.opened, memo, { follow, until });
  return "lost" in outcome ? { recorded: lookLater(shop, outcome.lost) } : outcome;
}

async function publishOnce(shop: Workshop, delivery: Delivery, opened: Opened, memo: Json): Promise<Done> {
  const outcome = await publish(shop, delivery, opened, memo);
  return "lost" in outcome ? resume(shop, outcome.lost, { opened }, memo) : outcome;
}

/** What waits for a person is told of; what only waits is not. */
async function postpone(shop: Workshop, delivery: Delivery, next: Next): Promise<void> {
  const { state: outcome, reason } = next;
  const told = outcome === "handed" || outcome === "held";
  const attempt = told ? { at: shop.now().toISOString(), outcome, reason } : null;
  await shop.ledger.claims.failed(delivery.id, shop.worker, attempt, next);
  if (attempt !== null) shop.tell(delivery, attempt);
}

async function lookLater(shop: Workshop, delivery: Delivery): Promise<void> {
  await shop.ledger.claims.failed(delivery.id, shop.worker, null, afterLostAgain(delivery, momentOf(shop)));
}
