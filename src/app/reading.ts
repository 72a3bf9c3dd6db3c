import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import { count } from "../channel/measure.ts";
import { calls, isSameThread, needsPerson, type Delivery } from "../model/delivery.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { builtInNames, findChannel } from "../registry.ts";
import type { Preview, Published, Reading, Told } from "../web/reading.ts";
import { confirming, shareOf } from "./handoff.ts";
import { previewsOf } from "./previews.ts";
import { describeAlarm, statusOf, troubles } from "./status.ts";

/** The ledger, as the pages read it. */
export async function readingOf(app: App): Promise<Reading> {
  const channels = await channelsOf(app);
  const local = app.config.accounts
    .filter(({ channel }) => channels.get(channel)?.abilities.local)
    .map(({ name }) => name);
  const told = (id: string): Promise<Told | undefined> => tell(app, id);
  return {
    site: app.config.site,
    published: (limit) => published(app, local, limit),
    post: async (id) => {
      const delivery = await app.ledger.deliveries.get(id);
      if (delivery === undefined || !local.includes(delivery.account)) return undefined;
      const about = await told(delivery.entry);
      return about && { ...about, delivery };
    },
    entry: told,
    previews: () => previews(app, channels),
    health: async () => {
      const status = await statusOf(app);
      const { alarms, counts } = status;
      // What will stop in some days is said, but nothing is ill yet.
      return {
        ok: troubles(status).length === 0,
        problems: alarms.map(describeAlarm),
        alarms,
        figures: counts,
      };
    },
    label: (channel) => channels.get(channel)?.label ?? channel,
  };
}

async function channelsOf(app: App): Promise<ReadonlyMap<string, Channel>> {
  const names = new Set([...builtInNames, ...app.config.accounts.map(({ channel }) => channel)]);
  const found = await Promise.all([...names].map(async (name) => [name, await findChannel(name)] as const));
  return new Map(found.flatMap(([name, channel]) => (channel ? [[name, channel]] : [])));
}

async function tell(app: App, id: string): Promise<Told | undefined> {
  const known = await app.ledger.entries.get(id);
  if (known === undefined) return undefined;
  const deliveries = await app.ledger.deliveries.list({ entry: id });
  return { entry: known.entry, deliveries: deliveries.filter(({ campaign }) => campaign !== calls) };
}

async function published(
  app: App,
  accounts: readonly string[],
  limit: number,
): Promise<readonly Published[]> {
  const found = await Promise.all(
    accounts.map((account) => app.ledger.deliveries.list({ account, states: ["sent"], newest: true, limit })),
  );
  const newest = found.flat().toSorted((a, b) => sentAt(b).localeCompare(sentAt(a)));
  const all = await Promise.all(
    newest.slice(0, limit).map(async (delivery) => ({ delivery, about: await tell(app, delivery.entry) })),
  );
  return all.flatMap(({ delivery, about }) => (about ? [{ ...about, delivery }] : []));
}

const sentAt = (delivery: Delivery): string => delivery.receipt?.at ?? delivery.dueAt;

/** What waits in the ledger, and what the newest news would be on channels that have no account. */
async function previews(app: App, channels: ReadonlyMap<string, Channel>): Promise<readonly Preview[]> {
  const waiting = await app.ledger.deliveries.list({
    states: [...needsPerson, "scheduled"],
    limit: 200,
  });
  const entries = new Map<string, KnownEntry>();
  for (const id of new Set(waiting.map(({ entry }) => entry))) {
    const known = await app.ledger.entries.get(id);
    if (known) entries.set(id, known);
  }
  const planned = waiting
    .filter((one) => one.state === "handed" || isFirst(one, waiting))
    .flatMap((one) => previewOf(app, one, waiting, entries.get(one.entry), channels.get(one.channel)));
  return [...planned, ...(await withoutAccount(app))];
}

/** Of those of its thread that still wait. */
const isFirst = (one: Delivery, waiting: readonly Delivery[]): boolean =>
  !waiting.some((other) => isSameThread(one, other) && other.part < one.part);

function previewOf(
  app: App,
  one: Delivery,
  all: readonly Delivery[],
  known: KnownEntry | undefined,
  channel: Channel | undefined,
): readonly Preview[] {
  if (known === undefined || channel === undefined) return [];
  const { title, card, media, language } = one.post;
  const parts = all
    .filter((other) => (one.state === "handed" ? other.id === one.id : isSameThread(one, other)))
    .map(({ post }) => measured(post.text, channel));
  const { id, step, account, dueAt, state, reason } = one;
  return [
    {
      ...about(known),
      id,
      step,
      account,
      channel: channel.id,
      label: channel.label,
      language,
      title,
      parts,
      card,
      media,
      dueAt,
      state,
      reason,
      hand: handOf(app, channel, one),
      note: null,
    },
  ];
}

function handOf(app: App, channel: Channel, { id, state, account, post }: Delivery): Preview["hand"] {
  const known = app.desk.account(account);
  if (state !== "handed" || known === undefined) return null;
  return {
    person: known.handoff?.name ?? null,
    share: shareOf(channel, known, post),
    confirm: confirming(id),
  };
}

const about = ({ id, entry }: KnownEntry) => ({ entryId: id, entryTitle: entry.title, entryUrl: entry.url });

function measured(text: string, channel: Channel) {
  const measure = channel.limits.text[0];
  return { text, length: measure ? count(text, measure) : text.length, limit: measure?.max ?? 0 };
}

async function withoutAccount(app: App): Promise<readonly Preview[]> {
  const [known] = await app.ledger.entries.list(["news"], 1);
  if (known === undefined) return [];
  const all = await previewsOf(app, { entry: known.entry, others: true, offline: true });
  return all
    .filter(({ account }) => account === null)
    .map(({ step, channel, label, language, title, parts, card, media, example }) => ({
      ...about(known),
      id: null,
      step,
      account: null,
      channel,
      label,
      language,
      title,
      parts,
      card,
      media,
      dueAt: null,
      state: null,
      reason: null,
      hand: null,
      note: example,
    }));
}
