import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { App } from "../app.ts";
import { hasCome, heldEntries } from "../ledger/arrivals.ts";
import { unseen, type SourceState } from "../ledger/sources.ts";
import { wrongPosts } from "../ledger/wrong-posts.ts";
import type { Campaign } from "../model/campaign.ts";
import { needsPerson } from "../model/delivery.ts";
import type { Doubtful, Expected, Voice, World } from "../watch/world.ts";
import { nameReceiver } from "./aim.ts";
import { endingsOf } from "./expiry.ts";
import { rationsOf } from "./rations.ts";

/** Posts that are looked at: of more that are late, the oldest say enough. */
const many = 500;
/** Milliseconds for which the tries of a late post may be put off. */
const horizon = 7 * 86_400_000;

/** All that alarms are judged by, as it is now. */
export async function worldOf(app: App): Promise<World> {
  const { config, ledger } = app;
  const now = app.now();
  const [sources, states, held] = await Promise.all([
    sourceStates(app),
    ledger.accounts.all(),
    ledger.alarms.held(),
  ]);
  return {
    zone: config.site.timezone,
    stop: await ledger.stops.current(),
    voice: config.alarm === null ? null : await voiceOf(app, config.alarm),
    patience: new Map(
      config.campaigns.flatMap(({ name, expect }) => (expect ? [[name, expect.confirmed]] : [])),
    ),
    pages: new Map(
      config.campaigns.flatMap(({ name, wait }) =>
        wait.patience === undefined ? [] : [[name, wait.patience]],
      ),
    ),
    deliveries: await ledger.deliveries.list({
      states: [...needsPerson, "scheduled", "sending"],
      to: new Date(now.getTime() + horizon).toISOString(),
      firstBefore: now.toISOString(),
      limit: many,
    }),
    expected: await expectedOf(app, sources, now),
    doubtful: await doubtfulOf(app),
    withdrawn: await ledger.withdrawals.all(),
    wrong: await wrongPosts(ledger.store),
    subscriptions: await ledger.subscriptions.all(),
    sources,
    accounts: config.accounts.flatMap(({ name }) => states.get(name) ?? []),
    endings: await endingsOf(app),
    rations: await rationsOf(app),
    purses: await pursesOf(app),
    problems: app.problems,
    workers: await ledger.workers.all(),
    receivers: await receiversOf(app),
    space: spaceOf(config.ledger),
    unwritable: ledger.store.fault?.() ?? null,
    held: new Set(held.map(({ key }) => key)),
  };
}

/** Of all sources in the configuration. */
async function sourceStates(app: App): Promise<readonly SourceState[]> {
  const known = await app.ledger.sources.all();
  return app.config.sources.map(({ name }) => known.get(name) ?? unseen(name));
}

async function voiceOf(app: App, account: string): Promise<Voice> {
  const channel = await app.desk.channelOf(account);
  if (channel === undefined) return { account, problem: `the account ${account} cannot be used` };
  const open = channel.abilities.local;
  return { account, problem: open ? `what ${account} posts is public on this site` : null };
}

async function expectedOf(
  app: App,
  sources: readonly SourceState[],
  now: Date,
): Promise<readonly Expected[]> {
  const waiting = app.config.campaigns.filter(({ expect }) => expect?.entry);
  const expected = await Promise.all(waiting.map((campaign) => expectedBy(app, campaign, sources, now)));
  return expected.flat();
}

async function expectedBy(
  { config, ledger }: App,
  { name: campaign, source, expect }: Campaign,
  sources: readonly SourceState[],
  now: Date,
): Promise<readonly Expected[]> {
  const baseline = sources.find(({ name }) => name === source)?.baselineAt ?? null;
  if (!expect?.entry || baseline === null) return [];
  // Calendars are loaded only by those who wait for something: they cost a command's start some milliseconds.
  const { lastTerm } = await import("../plan/deadline.ts");
  const { from, at } = lastTerm(expect.entry, now, config.site.timezone);
  // Before its first look nobody could see it come.
  if (at.toISOString() < baseline) return [];
  const came = await hasCome(ledger.store, source, from);
  const by = new Date(at.getTime() - (expect.entry.clock === null ? 60_000 : 0));
  return [{ campaign, source, at: at.toISOString(), by: by.toISOString(), came }];
}

async function receiversOf({ config, ledger }: App): Promise<NonNullable<World["receivers"]>> {
  if (config.events === undefined) return [];
  const known = await ledger.events.targets();
  return config.events.flatMap((receiver) => {
    const target = known.find(({ name }) => name === nameReceiver(receiver));
    return target ? [{ ...target, host: new URL(receiver.to).host }] : [];
  });
}

async function doubtfulOf({ config, ledger }: App): Promise<readonly Doubtful[]> {
  const names = new Set(config.sources.map(({ name }) => name));
  const held = (await heldEntries(ledger.store)).filter(({ source }) => names.has(source));
  const title = async (id: string): Promise<string> => (await ledger.entries.get(id))?.entry.title ?? id;
  return Promise.all(held.map(async (one) => ({ ...one, title: one.many === 1 ? await title(one.id) : "" })));
}

/** Null where this system does not tell. */
function spaceOf(file: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Money is counted only where a budget says so. */
async function pursesOf(app: App): Promise<NonNullable<World["purses"]>> {
  const counts = app.config.accounts.some(({ budget }) => budget !== undefined);
  return counts ? (await import("./purses.ts")).pursesOf(app) : [];
}
