import type { App } from "../../app.ts";
import type { AccountState } from "../../ledger/accounts.ts";
import type { Account } from "../../model/account.ts";
import type { KnownAllowance } from "../../model/allowance.ts";
import type { ChannelRow, Health, Outlook } from "../../web/team/channels.ts";
import { spentOf } from "../budget.ts";
import { addUp, writeMoney } from "../money.ts";
import { daysUntil, type Standing } from "../standing.ts";
import { viewLimits } from "./limits.ts";

/** Days before its end at which an account is spoken of. */
const ahead = 14;
/** Posts that a line of time shows. */
const most = 60;

/** How an account is, what it has used up, and what is planned for it. */
export async function rowOf(
  app: App,
  standing: Standing,
  state: AccountState | undefined,
  said: readonly KnownAllowance[],
): Promise<ChannelRow> {
  const { account: name, until, handoff } = standing;
  const channel = await app.desk.channelOf(name);
  const account = app.desk.account(name);
  const now = app.now();
  const outlook = await outlookOf(app, name, until, now);
  const busyUntil = state?.busyUntil && state.busyUntil > now.toISOString() ? state.busyUntil : null;
  return {
    name,
    label: channel?.label ?? standing.channel,
    who: standing.who,
    health: judge(standing, busyUntil, outlook, now, channel?.abilities.local === true),
    reason: standing.parked,
    busyUntil,
    hand: handoff?.name ?? null,
    works: standing.works,
    missing: standing.missing,
    ends: until,
    test: account?.test === true,
    budget: account ? await budgetOf(app, account, now) : null,
    today: account ? await todayOf(app, account, now) : null,
    ...viewLimits(handoff === null ? channel : undefined, said, now),
    outlook,
  };
}

function judge(
  { parked, unconnected, handoff, until, who }: Standing,
  busyUntil: string | null,
  { beyond }: Outlook,
  now: Date,
  local: boolean,
): Health {
  if (handoff !== null) return "hand";
  if (parked !== null) return "parked";
  if (unconnected) return "unconnected";
  const days = until === null ? Infinity : daysUntil(until, now);
  if (days < 0) return "ended";
  if (busyUntil !== null) return "busy";
  if (days <= ahead || beyond > 0) return "ending";
  return who === null && !local ? "unseen" : "well";
}

async function budgetOf(app: App, account: Account, now: Date): Promise<ChannelRow["budget"]> {
  const { budget } = account;
  const spent = budget && (await spentOf(app, account, now));
  if (budget === undefined || spent === undefined || spent === null) return null;
  return {
    spent: writeMoney({ amount: spent, currency: budget.currency }),
    left: writeMoney({ amount: Math.max(0, addUp([budget.amount, -spent])), currency: budget.currency }),
    most: writeMoney(budget),
    share: Math.min(1, spent / budget.amount),
  };
}

async function todayOf(app: App, { name, pace }: Account, now: Date): Promise<ChannelRow["today"]> {
  const perDay = pace?.perDay ?? null;
  if (perDay === null) return null;
  const { dayOf } = await import("../../plan/month.ts");
  const [from, to] = dayOf(now, pace?.zone ?? app.config.site.timezone);
  return { posts: await app.ledger.outlook.between(name, from, to), most: perDay };
}

async function outlookOf({ ledger }: App, name: string, ends: string | null, now: Date): Promise<Outlook> {
  const times = await ledger.outlook.times(name, now, most);
  const beyond = ends === null ? 0 : await ledger.outlook.count(name, ends, most);
  return { times, beyond, most };
}
