import { existsSync } from "node:fs";
import { pricesOf, withLately, type Cost } from "../app/costs.ts";
import { writeMoney } from "../app/money.ts";
import type { Config } from "../config/config.ts";
import { findChannel } from "../registry.ts";
import { withApp, type Common } from "./context.ts";

/** What the accounts cost whose networks charge for posts. Makes no ledger where there is none. */
export async function costsOf(config: Config, options: Common): Promise<readonly Cost[]> {
  const priced = await Promise.all(
    config.accounts.map(async (account) => {
      const channel = await findChannel(account.channel);
      const cost = channel && pricesOf(account, channel);
      return cost ? [{ cost, channel }] : [];
    }),
  );
  const all = priced.flat();
  if (all.length === 0 || !existsSync(config.ledger)) return all.map(({ cost }) => cost);
  return withApp(
    options,
    (app) => Promise.all(all.map(({ cost, channel }) => withLately(app, cost, channel))),
    {
      quiet: true,
    },
  );
}

/** “x: a post costs 0.015 USD, one with a link 0.20 USD; the budget is 20.00 USD a month. The last 30 days: 3 posts, 0.60 USD.” */
export function costLine({ account, post, withLink, budget, lately }: Cost): string {
  const most = budget ? `the budget is ${writeMoney(budget)} a month` : "it has no budget";
  const prices = `${account}: a post costs ${writeMoney(post)}, one with a link ${writeMoney(withLink)}; ${most}.`;
  if (lately === null) return prices;
  const over = budget && lately.cost.amount > budget.amount ? ", more than the budget" : "";
  return `${prices} The last 30 days: ${lately.posts} ${lately.posts === 1 ? "post" : "posts"}, ${writeMoney(lately.cost)}${over}.`;
}
