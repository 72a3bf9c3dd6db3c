import type { Config } from "../config/config.ts";
import { stepName } from "../model/booking.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import type { Delivery } from "../model/delivery.ts";
import { fateOf } from "../plan/late.ts";
import type { Gate } from "./gate.ts";

/** Stops what is not worth sending any more: planning sees that too, but not at the very moment. */
export function timeGateOf(config: Config): Gate {
  return async (delivery, now) => {
    const found = stepOf(config, delivery);
    // Whoever chose a time knew how late it is; and what has begun is finished.
    if (found === undefined || delivery.movedBy || delivery.part > 1) return null;
    const { step } = found;
    const wanted = Date.parse(delivery.wantedAt ?? delivery.firstDueAt);
    const until = step.expires === undefined ? null : wanted + step.expires * 1000;
    const agreedAt =
      delivery.approvals
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? null;
    const tried = delivery.tries > 0 || (delivery.triedAt ?? delivery.waitsSince ?? null) !== null;
    const seen = { dueAt: delivery.firstDueAt, agreedAt, tried, state: "scheduled" } as const;
    const fate = fateOf(seen, step, until, now);
    return fate && { state: fate.state, reason: fate.why };
  };
}

/** A delivery's campaign and step, as the configuration has them. */
export function stepOf(
  { campaigns }: Config,
  delivery: Delivery,
): { campaign: Campaign; step: Step } | undefined {
  const campaign = campaigns.find(({ name }) => name === delivery.campaign);
  const step = campaign?.steps.find(({ name }) => name === stepName(delivery.step));
  return campaign && step && { campaign, step };
}
