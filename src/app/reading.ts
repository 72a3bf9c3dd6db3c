import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import { calls, tests, type Delivery } from "../model/delivery.ts";
import { readUpload } from "../model/upload.ts";
import { builtInNames, findChannel } from "../registry.ts";
import type { Published, Reading, Told } from "../web/reading.ts";
import { type Archive, archiveOf } from "./archive.ts";
import { describeAlarm, statusOf, troubles } from "./status.ts";

/** The ledger, as the pages read it. */
export async function readingOf(app: App): Promise<Reading> {
  const channels = await channelsOf(app);
  const local = app.config.accounts
    .filter(({ channel }) => channels.get(channel)?.abilities.local)
    .map(({ name }) => name);
  const archive = archiveOf(app, local);
  const told = (id: string): Promise<Told | undefined> => tell(app, id);
  return {
    site: app.config.site,
    published: (limit) => published(app, archive, limit),
    changed: () => archive.changed(),
    archive: async (year, limit, below) =>
      (await archive.year(year, limit, below))?.map((delivery) => ({ delivery, at: sentAt(delivery) })),
    years: () => archive.years(),
    post: async (id) => {
      const delivery = await app.ledger.deliveries.get(id);
      if (delivery === undefined || !local.includes(delivery.account)) return undefined;
      const about = await told(delivery.entry);
      return about && show(app, about, delivery);
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
    previewTags: Object.assign({}, ...[...channels.values()].map((channel) => channel.previewTags ?? {})),
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

async function published(app: App, archive: Archive, limit: number): Promise<readonly Published[]> {
  const told = remember((id) => tell(app, id));
  const newest = (await archive.list({}, limit)).toSorted((a, b) => sentAt(b).localeCompare(sentAt(a)));
  const all = await Promise.all(
    newest.map(async (delivery) => {
      const about = await told(delivery.entry);
      return about && show(app, about, delivery);
    }),
  );
  return all.filter((one) => one !== undefined);
}

/** Many posts are about one entry. */
function remember<T>(find: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (id) => {
    const found = kept.get(id) ?? find(id);
    kept.set(id, found);
    return found;
  };
}

/** With addresses that everybody can load its pictures from, and the sizes of those that are known. */
async function show(app: App, about: Told, delivery: Delivery): Promise<Published> {
  const named = delivery.post.media.map(({ url, alt }) => ({
    url: app.io.addressOf?.(url) ?? url,
    alt,
    from: url,
  }));
  const files = named.flatMap(({ from }) => readUpload(from)?.file ?? []);
  const known = await app.ledger.uploads.sizes(files);
  const sizes = new Map(
    named.flatMap(({ url, from }) => {
      const size = known.get(readUpload(from)?.file ?? "");
      return size ? [[url, size] as const] : [];
    }),
  );
  const media = named.map(({ url, alt }) => ({ url, alt }));
  return { ...about, sizes, delivery: { ...delivery, post: { ...delivery.post, media } } };
}

const sentAt = (delivery: Delivery): string => delivery.receipt?.at ?? delivery.dueAt;
