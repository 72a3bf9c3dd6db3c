import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import { calls, tests, type Delivery } from "../model/delivery.ts";
import { builtInNames, findChannel } from "../registry.ts";
import type { Published, Reading, Told } from "../web/reading.ts";
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
      return about && { ...about, delivery: shown(app, delivery) };
    },
    entry: told,
    entryAt: async (url) => {
      const id = await app.ledger.entries.at(url);
      const found = id === undefined ? undefined : await told(id);
      return found && id !== undefined ? { ...found, id } : undefined;
    },
    picture: async (name) =>
      (await app.ledger.uploads.isOut(name)) ? app.ledger.uploads.file(name) : undefined,
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
  return {
    entry: known.entry,
    deliveries: deliveries.filter(({ campaign }) => campaign !== calls && campaign !== tests),
  };
}

async function published(
  app: App,
  accounts: readonly string[],
  limit: number,
): Promise<readonly Published[]> {
  const found = await Promise.all(
    accounts.map((account) => app.ledger.history.page({ account, state: "sent" }, limit)),
  );
  const newest = found.flat().toSorted((a, b) => sentAt(b).localeCompare(sentAt(a)));
  const all = await Promise.all(
    newest.slice(0, limit).map(async (delivery) => ({ delivery, about: await tell(app, delivery.entry) })),
  );
  return all.flatMap(({ delivery, about }) => (about ? [{ ...about, delivery: shown(app, delivery) }] : []));
}

/** With addresses that everybody can load its pictures from. */
function shown({ io }: App, delivery: Delivery): Delivery {
  const media = delivery.post.media.map(({ url, alt }) => ({ url: io.addressOf?.(url) ?? url, alt }));
  return { ...delivery, post: { ...delivery.post, media } };
}

const sentAt = (delivery: Delivery): string => delivery.receipt?.at ?? delivery.dueAt;
