import type { App } from "../app.ts";
import { correctionJson, openCorrections, type OpenCorrection } from "./corrections.ts";
import { handoffOf, type Handoff } from "./handoff.ts";
import { needsPerson, type Delivery } from "../model/delivery.ts";
import type { Problem } from "../model/problem.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { pictureAt } from "../model/upload.ts";
import type { SourceState } from "../ledger/sources.ts";
import type { KeptAlarm } from "../ledger/alarms.ts";
import type { Alarm } from "../watch/alarm.ts";
import { alarmsOf } from "../watch/alarms.ts";
import { describeEnding } from "./expiry.ts";
import { worldOf } from "./world.ts";

/** Everything that somebody should know now. */
export interface Status {
  readonly site: { readonly name: string; readonly url: string };
  /** What should be otherwise, the worst first. */
  readonly alarms: readonly KnownAlarm[];
  readonly sources: readonly SourceState[];
  readonly counts: Readonly<Record<string, number>>;
  /** Deliveries that wait for a person or for a network, those next to go out, and the newest that were sent. */
  readonly deliveries: readonly Delivery[];
  /** Those among them that somebody is to post by hand. */
  readonly handoffs: readonly Handoff[];
  readonly entries: readonly KnownEntry[];
  /** What went out and is no longer right, or is to be taken back. */
  readonly corrections: readonly OpenCorrection[];
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

/** An alarm, with what the ledger knows of it: when it was raised, and when somebody was told; null for neither yet. */
export type KnownAlarm = Omit<Alarm, "silent"> & Readonly<Record<"raisedAt" | "toldAt", string | null>>;

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
  return { ...(await standingNow(app)), counts: await app.ledger.deliveries.counts() };
}

/** The same without the counts, for which the whole ledger is gone through. */
export async function standingNow(app: App): Promise<Omit<Status, "counts">> {
  const { ledger, config } = app;
  const { name, url } = config.site;
  const world = await worldOf(app);
  const deliveries = await openOf(app);
  return {
    site: { name, url },
    alarms: joinKept(alarmsOf(world, app.now()), await ledger.alarms.held()),
    sources: world.sources,
    deliveries,
    handoffs: await handoffsOf(app, deliveries),
    entries: await undecided(app),
    corrections: await openCorrections(app),
    accounts: await waitingAccounts(app),
    expiries: world.endings.map(describeEnding),
    problems: app.problems,
  };
}

/** What waits for a person first: of what is to come there may be very much before it. */
async function openOf({ ledger }: App): Promise<readonly Delivery[]> {
  const [waiting, coming] = await Promise.all([
    ledger.deliveries.list({ states: needsPerson, limit: 4 * many }),
    ledger.deliveries.list({ states: ["scheduled", "sending"], limit: 2 * many }),
  ]);
  return [...waiting, ...coming].toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
}

function joinKept(alarms: readonly Alarm[], kept: readonly KeptAlarm[]): readonly KnownAlarm[] {
  const known = new Map(kept.map((one) => [one.key, one]));
  return alarms.map(({ key, severity, since, text, mend }) => {
    const { raisedAt = null, toldAt = null } = known.get(key) ?? {};
    return { key, severity, since, text, mend, raisedAt, toldAt };
  });
}

async function handoffsOf(app: App, deliveries: readonly Delivery[]): Promise<readonly Handoff[]> {
  const handed = deliveries.filter(({ state }) => state === "handed");
  const handoffs = await Promise.all(handed.map((one) => handoffOf(app.desk, one)));
  return handoffs.filter((one) => one !== null).map((one) => withAddresses(app, one));
}

/** The person who posts it by hand finds its pictures on the team's pages. */
function withAddresses({ config }: App, handoff: Handoff): Handoff {
  const place = `${config.site.url}/desk/pictures`;
  const media = handoff.post.media.map(({ url, alt }) => ({ url: pictureAt(place, url), alt }));
  return { ...handoff, post: { ...handoff.post, media } };
}

async function waitingAccounts(app: App): Promise<Status["accounts"]> {
  const now = app.now().toISOString();
  const states = [...(await app.ledger.accounts.all()).values()];
  return states
    .filter(({ parked, busyUntil }) => parked !== null || (busyUntil !== null && busyUntil > now))
    .map(({ name, parked, busyUntil }) => ({ name, parked, busyUntil }));
}

/** The shape that `status --json` promises. */
export function statusJson(status: Status) {
  return {
    ...status,
    entries: status.entries.map(({ id, state, reason, entry }) => ({
      id,
      state,
      reason,
      title: entry.title,
      url: entry.url,
    })),
    corrections: status.corrections.map(correctionJson),
    deliveries: status.deliveries.map(deliveryJson),
    troubles: troubles(status),
  };
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

/** What is ill now, one sentence each with its mend; warnings are not. */
export const troubles = ({ alarms }: Pick<Status, "alarms">): readonly string[] =>
  alarms.filter(({ severity }) => severity === "alarm").map(describeAlarm);

export const describeAlarm = ({ text, mend }: Pick<Alarm, "text" | "mend">): string => `${text} ${mend}`;
