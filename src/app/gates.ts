import type { App } from "../app.ts";
import { gateOf, type Gate } from "./gate.ts";
import { handoffGateOf } from "./handoff.ts";
import { liveGateOf } from "./live-gate.ts";
import { threadGateOf } from "./thread-gate.ts";
import { timeGateOf } from "./time-gate.ts";

type Tools = Pick<App, "config" | "ledger" | "desk" | "lookout">;

/** What a delivery passes before it is published, in this order. What few configurations ask for is loaded where one does. */
export async function gatesOf(tools: Tools): Promise<readonly Gate[]> {
  const { accounts, campaigns } = tools.config;
  const steps = campaigns.flatMap((campaign) => campaign.steps);
  return [
    timeGateOf(tools.config),
    threadGateOf(tools),
    gateOf(tools.config),
    liveGateOf(tools),
    ...(steps.some(({ unless }) => unless) ? [await successGate(tools)] : []),
    ...(accounts.some(({ handoff }) => handoff) ? [await handoffGate(tools)] : []),
    ...(accounts.some(({ budget }) => budget) ? [await budgetGate(tools)] : []),
  ];
}

const successGate = async (tools: Tools): Promise<Gate> =>
  (await import("./success-gate.ts")).successGateOf(tools);

async function handoffGate({ config, desk, ledger }: Tools): Promise<Gate> {
  const { callOf } = await import("./call.ts");
  return handoffGateOf(desk, callOf(config, desk, ledger));
}

async function budgetGate({ config, desk, ledger }: Tools): Promise<Gate> {
  const { budgetGateOf } = await import("./budget.ts");
  return budgetGateOf(desk, ledger, config.site.timezone);
}
