import type { App } from "../app.ts";
import type { Account } from "../model/account.ts";
import type { Purse } from "../watch/world.ts";
import { spentOf } from "./budget.ts";
import { addUp, priceOf, writeMoney } from "./money.ts";

/** Planned posts that are added up. */
const plenty = 1000;

/** Of each account with a budget: what it leaves, and what is planned until the month ends. */
export async function pursesOf(app: App): Promise<readonly Purse[]> {
  const purses = await Promise.all(app.config.accounts.map((account) => purseOf(app, account)));
  return purses.filter((one) => one !== null);
}

async function purseOf(app: App, account: Account): Promise<Purse | null> {
  const { name, budget } = account;
  const now = app.now();
  const spent = budget && (await spentOf(app, account, now));
  const channel = await app.desk.channelOf(name);
  if (budget === undefined || spent === undefined || spent === null || channel === undefined) return null;
  const { monthOf } = await import("../plan/month.ts");
  const [, to] = monthOf(now, app.config.site.timezone);
  const due = await app.ledger.deliveries.list({
    account: name,
    states: ["scheduled"],
    to: to.toISOString(),
    limit: plenty,
  });
  const posts = due.map(({ post }) => post);
  const [left, planned] = [addUp([budget.amount, -spent]), priceOf(channel, posts)?.amount ?? 0];
  const write = (amount: number): string => writeMoney({ amount, currency: budget.currency });
  return { account: name, left, planned, words: { left: write(Math.max(0, left)), planned: write(planned) } };
}
