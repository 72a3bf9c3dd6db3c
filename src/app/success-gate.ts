import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import { successOf } from "../ledger/tracks.ts";
import { isSameThread, type Delivery } from "../model/delivery.ts";
import { describeSuccess } from "../plan/success.ts";
import type { Gate } from "./gate.ts";
import { whyNot } from "./results/counted.ts";
import { stepOf } from "./time-gate.ts";

/** Stops what says again what many have seen. Where the network cannot be asked, it goes out. */
export function successGateOf({ config, desk, ledger }: Pick<App, "config" | "desk" | "ledger">): Gate {
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
      describeSuccess(found.step.unless, await askMetrics(desk.sessions, config, first));
    return reason === null ? null : { state: "cancelled", reason };
  };
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
