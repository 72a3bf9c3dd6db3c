import type { App } from "../app.ts";
import { expiriesOf } from "./expiry.ts";
import { handoffOf, type Handoff } from "./handoff.ts";
import { handedAt } from "./sight.ts";
import { needsPerson, type Delivery } from "../model/delivery.ts";
import type { Problem } from "../model/problem.ts";
import type { KnownEntry } from "../model/sighting.ts";
import type { SourceState } from "../ledger/sources.ts";
import { unseen } from "../ledger/sources.ts";

/** Everything that somebody should know now. */
export interface Status {
  readonly site: { readonly name: string; readonly url: string };
  readonly sources: readonly SourceState[];
  readonly counts: Readonly<Record<string, number>>;
  /** Deliveries that wait for a person or for a network, those next to go out, and the newest that were sent. */
  readonly deliveries: readonly Delivery[];
  /** Those among them that somebody is to post by hand. */
  readonly handoffs: readonly Handoff[];
  readonly entries: readonly KnownEntry[];
  /** Accounts that wait. */
  readonly accounts: readonly {
    readonly name: string;
    readonly parked: string | null;
    readonly busyUntil: string | null;
  }[];
  /** One sentence for each account that stops working soon, or that nobody has connected. */
  readonly expiries: readonly string[];
  readonly problems: readonly Problem[];
}

const many = 50;

/** Days for which an entry that came too late to be news is still spoken of. */
const memory = 14;

/** Entries that wait for a person's word, and those that were passed over of late. */
async function undecided(app: App): Promise<readonly KnownEntry[]> {
  const since = new Date(app.now().getTime() - memory * 86_400_000).toISOString();
  const known = await app.ledger.entries.list(["held", "old"], many);
  return known.filter(({ state, foundAt }) => state === "held" || foundAt > since);
}

export async function statusOf(app: App): Promise<Status> {
  const { ledger, config } = app;
  const { name, url } = config.site;
  const deliveries = await ledger.deliveries.list({
    states: [...needsPerson, "scheduled", "sending"],
    limit: 4 * many,
  });
  return {
    site: { name, url },
    sources: await sourceStates(app),
    counts: await ledger.deliveries.counts(),
    deliveries,
    handoffs: await handoffsOf(app, deliveries),
    entries: await undecided(app),
    accounts: await waitingAccounts(app),
    expiries: await expiriesOf(app),
    problems: app.problems,
  };
}

async function handoffsOf(app: App, deliveries: readonly Delivery[]): Promise<readonly Handoff[]> {
  const handed = deliveries.filter(({ state }) => state === "handed");
  const handoffs = await Promise.all(handed.map((one) => handoffOf(app.desk, one)));
  return handoffs.filter((one) => one !== null);
}

async function sourceStates(app: App): Promise<readonly SourceState[]> {
  const known = await app.ledger.sources.all();
  return app.config.sources.map(({ name }) => known.get(name) ?? unseen(name));
}

async function waitingAccounts(app: App): Promise<Status["accounts"]> {
  const now = app.now().toISOString();
  const states = [...(await app.ledger.accounts.all()).values()];
  return states
    .filter(({ parked, busyUntil }) => parked !== null || (busyUntil !== null && busyUntil > now))
    .map(({ name, parked, busyUntil }) => ({ name, parked, busyUntil }));
}

/** The shape that `--json` promises for a delivery. */
export function deliveryJson(delivery: Delivery) {
  const {
    id,
    entry,
    story,
    campaign,
    step,
    part,
    account,
    channel,
    state,
    dueAt,
    post,
    attempts,
    receipt,
    reason,
  } = delivery;
  const { confirmedBy } = receipt ?? {};
  const shown = receipt && {
    remoteId: receipt.remoteId,
    permalink: receipt.permalink,
    at: receipt.at,
    ...(confirmedBy !== undefined && { confirmedBy }),
  };
  return {
    id,
    entry,
    story,
    campaign,
    step,
    part,
    account,
    channel,
    state,
    dueAt,
    text: post.text,
    attempts,
    receipt: shown,
    reason,
  };
}

/** Minutes after its time at which a post is late. */
const late = 60;

/** Judged by outcomes: what was due and is not out, what does not answer, who cannot post. One sentence each. */
export function troubles(status: Status, now: Date): readonly string[] {
  const before = new Date(now.getTime() - late * 60_000).toISOString();
  const dayAgo = new Date(now.getTime() - 86_400_000).toISOString();
  const overdue = status.deliveries.filter(
    ({ state, dueAt, firstDueAt }) =>
      ["scheduled", "sending"].includes(state) && (firstDueAt < before || dueAt < before),
  );
  const unconfirmed = status.deliveries.filter(
    (one) => one.state === "handed" && handedAt(one).toISOString() < before,
  );
  const silent = status.sources.filter(
    ({ polledAt, answeredAt }) => polledAt !== null && (answeredAt ?? "") < dayAgo,
  );
  return [
    ...overdue.map(
      ({ id, account }) => `The post ${id} to ${account} is late: \`carillon status\` says why.`,
    ),
    ...unconfirmed.map(
      ({ id, account, reason }) =>
        `The post ${id} to ${account} is late, and nobody has said that it is there: ${reason}`,
    ),
    ...silent.map(
      ({ name, reason, answeredAt }) =>
        `The source ${name} has not answered ${answeredAt === null ? "yet" : "for a day"}: ${reason ?? "no answer"}`,
    ),
    ...status.accounts.flatMap(({ name, parked }) =>
      parked === null ? [] : [`The account ${name} cannot post: ${parked}`],
    ),
  ];
}
