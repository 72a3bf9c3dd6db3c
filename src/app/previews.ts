import type { App } from "../app.ts";
import type { Channel, Field, Limits } from "../channel/channel.ts";
import { count } from "../channel/measure.ts";
import type { Composition } from "../compose/compose.ts";
import type { Money, Person } from "../model/account.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { Card, Media } from "../model/post.ts";
import { plan } from "../plan/plan.ts";
import { builtInNames, findChannel } from "../registry.ts";
import { placesOf } from "./plan-world.ts";
import { freshOf } from "./fresh.ts";
import { priceOf } from "./money.ts";
import { turnsOf } from "./manner.ts";
import { cardsOf, composeFor, toldCards, type Cards } from "./composing.ts";

/** Posts as they would be, for one account, or for a channel that has none yet. */
export interface Preview {
  /** Null where no account has the channel. */
  readonly account: string | null;
  readonly channel: string;
  readonly label: string;
  readonly step: string;
  readonly entry: Entry;
  readonly story: Story | null;
  readonly title: string | null;
  readonly parts: readonly { readonly text: string; readonly length: number; readonly limit: number }[];
  readonly card: Card | null;
  readonly media: readonly Media[];
  readonly language: string | null;
  /** ISO 8601, UTC; null where nothing is planned. */
  readonly dueAt: string | null;
  /** Why a story comes where it comes, by its points; null where stories come as on the page. */
  readonly why: string | null;
  /** Of all parts; null where the network charges nothing, or a person posts by hand. */
  readonly cost: Money | null;
  /** Who posts it by hand; null where Carillon publishes. */
  readonly handoff: Person | null;
  /** What was done to the words: mentions, parameters, whose words they are. In sentences. */
  readonly notes: readonly string[];
  /** What does not fit, in sentences. */
  readonly problems: readonly string[];
  /** What it would wait for now, in sentences without their full stop; of campaigns that wait for the entry's page. */
  readonly waitsFor: readonly string[];
  /** YAML that adds an account. */
  readonly example: string | null;
}

interface Request {
  readonly entry: Entry;
  /** Only this account. */
  readonly account?: string;
  /** Also for the built-in channels that have no account. */
  readonly others: boolean;
  /** Cards without asking the pages: at once, and without a network. */
  readonly offline?: boolean;
}

/** Every post that the campaigns would make of an entry now. Sends nothing. */
export async function previewsOf(app: App, request: Request): Promise<readonly Preview[]> {
  const entry = await freshOf(app, request.entry);
  const cards = request.offline ? toldCards : cardsOf(app);
  const campaigns = campaignsFor(app, entry);
  const slots = plan(entry, { ...placesOf(app.config), campaigns }, app.now());
  const wanted = slots.filter(({ account }) => request.account === undefined || account === request.account);
  const turns = turnsOf(app);
  const previews: Preview[] = [];
  for (const { account, step, story, campaign, dueAt, why } of wanted) {
    const channel = await app.desk.channelOf(account);
    if (channel === undefined) continue;
    const limits = await app.desk.limitsOf(account, channel);
    const { turn, take } = await turns(account, campaign.name, step);
    take();
    const subject = { entry, story, campaign: campaign.name, step, account, turn };
    const composed = await composeFor(app, subject, channel, limits, await cards(entry, story, channel));
    const measured = { ...channel, limits };
    const { handoff = null } = app.desk.account(account) ?? {};
    previews.push({
      ...shown(measured, subject, composed),
      ...(handoff && { cost: null, handoff }),
      account,
      dueAt: dueAt.toISOString(),
      why,
      waitsFor: request.offline
        ? []
        : await lacksOf(app, { ...subject, campaign, channel, limits }, composed),
      example: null,
    });
  }
  return request.others ? [...previews, ...(await others(app, entry, campaigns, cards))] : previews;
}

interface Wanted {
  readonly entry: Entry;
  readonly story: Story | null;
  readonly campaign: Campaign;
  readonly channel: Channel;
  readonly limits: Limits;
}

async function lacksOf(
  { config, lookout }: App,
  { campaign: { wait }, ...wanted }: Wanted,
  { posts: [post] }: Composition,
): Promise<readonly string[]> {
  if (!wait.live || post === undefined) return [];
  const { lookAhead } = await import("./live.ts");
  const waiting = { ...wanted, post, wait, settled: false };
  return (await lookAhead(waiting, lookout, !config.network.allowPrivate)).lacks;
}

/** An entry from elsewhere is treated as if it came from each campaign's own source. */
function campaignsFor(app: App, entry: Entry): readonly Campaign[] {
  const { campaigns } = app.config;
  const original = app.config.sources.find(({ name }) => name === entry.source)?.translates;
  const own = campaigns.filter(({ source }) => source === entry.source || source === original);
  return own.length > 0 ? own : campaigns.map((campaign) => ({ ...campaign, source: entry.source }));
}

type Subject = Parameters<typeof composeFor>[1];

function shown(channel: Channel, { entry, story, step }: Subject, composed: Composition) {
  const [first] = composed.posts;
  return {
    channel: channel.id,
    label: channel.label,
    step: step.name,
    entry,
    story,
    title: first?.title ?? null,
    parts: composed.posts.map(({ text }) => measureText(text, channel.limits)),
    card: first?.card ?? null,
    media: first?.media ?? [],
    language: first?.language ?? null,
    cost: priceOf(channel, composed.posts),
    handoff: null,
    notes: composed.notes,
    problems: composed.problems,
  };
}

/** As long as the network counts it, and as long as it may be. */
export function measureText(text: string, limits: Limits): Preview["parts"][number] {
  const measure = limits.text[0];
  return { text, length: measure ? count(text, measure) : text.length, limit: measure?.max ?? 0 };
}

async function others(
  app: App,
  entry: Entry,
  campaigns: readonly Campaign[],
  cards: Cards,
): Promise<readonly Preview[]> {
  const campaign = campaigns[0];
  const step = campaign?.steps.find(({ each }) => each === "entry");
  if (campaign === undefined || step === undefined) return [];
  const present = new Set(app.config.accounts.map(({ channel }) => channel));
  const channels = await Promise.all(builtInNames.filter((name) => !present.has(name)).map(findChannel));
  const known = channels.filter((channel): channel is Channel => channel !== undefined);
  return Promise.all(known.map((channel) => other(app, entry, campaign.name, step, channel, cards)));
}

async function other(
  app: App,
  entry: Entry,
  campaign: string,
  step: Step,
  channel: Channel,
  cards: Cards,
): Promise<Preview> {
  const subject = { entry, story: null, campaign, step, account: null };
  const composed = await composeFor(app, subject, channel, channel.limits, await cards(entry, null, channel));
  return {
    ...shown(channel, subject, composed),
    account: null,
    dueAt: null,
    why: null,
    waitsFor: [],
    example: exampleOf(channel),
  };
}

/** What a newcomer writes under `accounts:`. */
function exampleOf(channel: Channel): string {
  const needed = Object.entries(channel.settings).filter(
    ([, field]) => field.required || field.example !== undefined,
  );
  const settings = needed.map(([key, field]) => `${key}: ${valueOf(field)}`);
  return `my-${channel.id}: { ${[`channel: ${channel.id}`, ...settings].join(", ")} }`;
}

function valueOf(field: Field): string {
  const value = String(field.example ?? field.default ?? "…");
  return /^[\w.-]+$/.test(value) ? value : JSON.stringify(value);
}
