import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { successOf } from "../ledger/tracks.ts";
import { stepName } from "../model/booking.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import { isSameThread, type Delivery } from "../model/delivery.ts";
import { fateOf } from "../plan/late.ts";
import { describeSuccess } from "../plan/success.ts";
import type { Gate } from "./gate.ts";
import { whyNot } from "./results/counted.ts";

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

/** Stops what says again what many have seen. Where the network cannot be asked, it goes out. */
export function successGateOf(config: Config, sessions: App["desk"]["sessions"], ledger: Ledger): Gate {
  return async (delivery) => {
    const found = stepOf(config, delivery);
    if (found?.step.unless === undefined || delivery.movedBy || delivery.part > 1) return null;
    const { entry, account, campaign } = delivery;
    const name = found.campaign.steps[0]?.name ?? "";
    const sent = await ledger.deliveries.list({ entry, account, campaign, states: ["sent"] });
    const first = sent.find((one) => one.part === 1 && one.step === name && !isSameThread(one, delivery));
    if (first === undefined) return null;
    const known = (await ledger.tracks.latest([first.id])).get(first.id);
    const reason =
      describeSuccess(found.step.unless, known && successOf(known)) ??
      describeSuccess(found.step.unless, await askMetrics(sessions, config, first));
    return reason === null ? null : { state: "cancelled", reason };
  };
}

function stepOf({ campaigns }: Config, delivery: Delivery): { campaign: Campaign; step: Step } | undefined {
  const campaign = campaigns.find(({ name }) => name === delivery.campaign);
  const step = campaign?.steps.find(({ name }) => name === stepName(delivery.step));
  return campaign && step && { campaign, step };
}

/** As it is now, where asking is wanted. */
async function askMetrics(
  sessions: App["desk"]["sessions"],
  { accounts }: Config,
  { account, receipt }: Delivery,
) {
  const opening = await sessions.open(account);
  if ("failure" in opening || receipt === null) return undefined;
  const configured = accounts.find(({ name }) => name === account);
  if (configured && whyNot(configured, opening.opened.channel) !== null) return undefined;
  try {
    const [metrics] = (await opening.opened.session.metrics?.([receipt])) ?? [];
    return metrics ?? undefined;
  } catch {
    return undefined;
  }
}
