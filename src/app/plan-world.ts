import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import { successOf } from "../ledger/tracks.ts";
import type { Account } from "../model/account.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import type { KnownEntry } from "../model/sighting.ts";
import type { Pace } from "../model/slot.ts";
import type { World } from "../plan/world.ts";
import { offsetsOf } from "../plan/zones.ts";
import { freshOf } from "./fresh.ts";

/** What plans follow from as the configuration and the ledger have it now. `changed`: entries whose words have. */
export async function worldOf(app: App, changed: Iterable<string> = []): Promise<World> {
  const now = app.now();
  const since = beginningOf(app);
  const { plans } = app.ledger;
  const [known, bookings, last] = await Promise.all([
    plans.entries(since),
    plans.bookings(since),
    plans.last(),
  ]);
  const entries: KnownEntry[] = [];
  for (const one of known) entries.push({ ...one, entry: await freshOf(app, one.entry) });
  return {
    ...placesOf(app.config),
    entries,
    newest: await newestOf(app),
    bookings,
    changed: new Set(changed),
    success: await successesOf(app, bookings),
    since: last?.at ?? now,
    offsets: offsetsOf,
  };
}

/** From when on a plan knows all that was due. */
export const beginningOf = ({ config, now }: App): Date =>
  new Date(now().getTime() - reachOf(config.campaigns) * day);

/** Of announcements that steps depend on, as far as they are counted. */
async function successesOf({ config, ledger }: App, bookings: World["bookings"]): Promise<World["success"]> {
  const first = new Map(
    config.campaigns
      .filter(({ steps }) => steps.some(({ unless }) => unless))
      .map(({ name, steps }) => [name, steps[0]?.name]),
  );
  const asked = bookings.filter(
    ({ state, campaign, step }) => state === "sent" && first.get(campaign) === step,
  );
  const ids = asked.flatMap(({ ids: [id] }) => id ?? []);
  const latest = await ledger.tracks.latest(ids);
  return new Map([...latest].map(([id, look]) => [id, successOf(look)]));
}

const day = 86_400_000;

/** Days after an entry was found for which its campaigns may still have something to say. */
function reachOf(campaigns: readonly Campaign[]): number {
  return Math.max(31, ...campaigns.flatMap(({ steps }) => steps.map(stepReach)));
}

/** Events are told of months before; stories are some dozens; and a slot may be late by a week or four. */
function stepReach({ after, every, limit, repeat, before }: Step): number {
  const stories = (every?.days ?? 0) * (limit ?? 60);
  const repeats = ((repeat?.every ?? 0) * (repeat?.times ?? 0)) / 86_400;
  return 31 + after / 86_400 + stories + repeats + (before ? 400 : 0);
}

/** What the configuration says: campaigns, and how often which account may be heard. */
export function placesOf({
  campaigns,
  asleep,
  accounts,
  sources,
  site,
}: Config): Pick<World, "campaigns" | "asleep" | "paces" | "pace" | "languages" | "channels" | "originals"> {
  const pace: Pace = { zone: site.timezone, quiet: site.quiet ?? null, gap: null, perDay: null };
  const languages = accounts.flatMap(({ name, language }) => (language ? [[name, language] as const] : []));
  return {
    campaigns,
    asleep: new Set(asleep),
    pace,
    paces: new Map(accounts.map((account) => [account.name, paceOf(account, pace)])),
    languages: new Map(languages),
    channels: new Map(accounts.map(({ name, channel }) => [name, channel])),
    originals: new Map(
      sources.flatMap(({ name, translates }) => (translates ? [[name, translates] as const] : [])),
    ),
  };
}

const paceOf = (account: Account, usual: Pace): Pace => ({ ...usual, ...account.pace });

/** Of the sources that steps by the calendar speak of. */
async function newestOf(app: App): Promise<ReadonlyMap<string, KnownEntry>> {
  const { campaigns } = app.config;
  const wanted = new Set(
    campaigns.filter(({ steps }) => steps.some(({ on }) => on)).map(({ source }) => source),
  );
  const newest = new Map<string, KnownEntry>();
  for (const name of wanted) {
    const [found] = await app.ledger.plans.newest(name, 1);
    if (found) newest.set(name, { ...found, entry: await freshOf(app, found.entry) });
  }
  return newest;
}
