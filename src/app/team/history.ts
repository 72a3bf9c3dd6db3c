import type { App } from "../../app.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { HistoryFilter } from "../../model/filter.ts";
import type { History, HistoryRow } from "../../web/team/history.ts";

export function historyOf(app: App): History {
  return {
    accounts: app.config.accounts.map(({ name }) => name),
    campaigns: app.config.campaigns.map(({ name }) => name),
    posts: async (ask, limit) => rowsOf(app, await app.ledger.history.page(past(app, ask), limit)),
    lastSearched: (ask) => app.ledger.history.lastSearched(past(app, ask)),
    decisions: (limit) => app.ledger.audit.list(limit),
  };
}

/** What is to come stands in the calendar, and on an entry's own page. */
function past(app: App, ask: HistoryFilter): HistoryFilter {
  const to = ask.to ?? new Date(app.now().getTime() + 1).toISOString();
  return ask.entry ? ask : { ...ask, to };
}

async function rowsOf(app: App, deliveries: readonly Delivery[]): Promise<readonly HistoryRow[]> {
  const titles = await app.ledger.entries.titles([...new Set(deliveries.map(({ entry }) => entry))]);
  const accounts = new Set(deliveries.map(({ account }) => account));
  const labels = new Map<string, string>();
  for (const account of accounts) {
    const channel = await app.desk.channelOf(account);
    if (channel) labels.set(account, channel.label);
  }
  return deliveries.map((one) =>
    rowOf(one, titles.get(one.entry) ?? "", labels.get(one.account) ?? one.channel),
  );
}

function rowOf(one: Delivery, entryTitle: string, label: string): HistoryRow {
  const { id, entry, campaign, step, part, account, channel, state, dueAt, post, receipt, reason } = one;
  return {
    id,
    entry,
    entryTitle,
    campaign,
    step,
    part,
    account,
    channel,
    label,
    state,
    dueAt,
    sentAt: receipt?.at ?? null,
    text: post.text === "" ? (post.title ?? "") : post.text,
    permalink: receipt?.permalink ?? null,
    reason,
    attempts: one.attempts.length,
    approvedBy: one.approvals.map(({ by }) => by),
  };
}
