import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "../model/account.ts";
import type { Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import type { Desk } from "./desk.ts";
import type { Gate } from "./gate.ts";
import { addUp, priceOf, writeMoney } from "./money.ts";

/** Holds what would cost more than the account's budget for the month leaves. Nothing is made cheaper in secret. */
export function budgetGateOf(desk: Desk, ledger: Ledger, zone: string): Gate {
  return async (delivery, now) => {
    const account = desk.account(delivery.account);
    const channel = await desk.channelOf(delivery.account);
    if (account?.budget === undefined || channel?.cost === undefined || account.handoff) return null;
    // Calendars are loaded only by those who count money: they cost every command's start some milliseconds.
    const { monthOf } = await import("../plan/month.ts");
    const [from, to] = monthOf(now, zone);
    const price = priceOf(channel, await restOf(ledger, delivery))?.amount ?? 0;
    const spent = await spentSince(ledger, channel, account, from);
    if (addUp([spent, price]) <= account.budget.amount) return null;
    return { state: "held", reason: explain(account.name, account.budget.amount, spent, price, to, zone) };
  };
}

/** What an account's posts have cost in this month; null where the network charges nothing or a person posts by hand. */
export async function spentOf(
  { desk, ledger, config }: Pick<App, "desk" | "ledger" | "config">,
  account: Account,
  now: Date,
): Promise<number | null> {
  const channel = await desk.channelOf(account.name);
  if (channel?.cost === undefined || account.handoff) return null;
  const { monthOf } = await import("../plan/month.ts");
  return spentSince(ledger, channel, account, monthOf(now, config.site.timezone)[0]);
}

function explain(
  name: string,
  budget: number,
  spent: number,
  price: number,
  next: Date,
  zone: string,
): string {
  const [most = "", used = "", more = ""] = [budget, spent, price].map((amount) =>
    writeMoney({ amount, currency: "USD" }),
  );
  const day = next.toLocaleDateString("en-GB", { timeZone: zone, day: "numeric", month: "long" });
  return (
    worded`The budget of ${most} a month for ${name} is used up: ${used} are spent, and this costs ${more}.` +
    " " +
    worded`Release it after raising the budget, or from ${day} on.`
  );
}

/** A thread is begun only where all that is left of it can be paid. */
async function restOf(ledger: Ledger, delivery: Delivery): Promise<readonly Delivery["post"][]> {
  if (delivery.parts === 1) return [delivery.post];
  const { entry, account, campaign } = delivery;
  const all = await ledger.deliveries.list({ entry, account, campaign });
  const rest = all.filter(
    ({ step, story, part }) => step === delivery.step && story === delivery.story && part >= delivery.part,
  );
  return rest.filter(({ state }) => !gone.has(state)).map(({ post }) => post);
}

const gone: ReadonlySet<string> = new Set(["sent", "cancelled", "retracted"]);

/**
 * What an account's posts have cost since a moment, in the currency of its channel's prices. What is unsure may have been paid
 * for, and what was retracted was; what a person posted by hand was not.
 */
async function spentSince(
  ledger: Ledger,
  channel: Channel,
  { name }: Pick<Account, "name">,
  from: Date,
): Promise<number> {
  return priceOf(channel, await ledger.outlook.published(name, from))?.amount ?? 0;
}
