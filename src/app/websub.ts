import { randomBytes } from "node:crypto";
import { schedule } from "node-cron";
import type { App } from "../app.ts";
import { isPublic } from "../connect/redirect.ts";
import { worded } from "../model/worded.ts";
import type { Source } from "../model/source.ts";
import type { Subscription } from "../model/subscription.ts";
import { actOf, type Act } from "../plan/subscribing.ts";

/** Keeps up with the hubs of feeds, now and every five minutes; returns how to end that. */
export function startSubscribing(app: App, failed: (error: unknown) => void): () => Promise<void> {
  let under = Promise.resolve();
  const keepUp = (): Promise<void> => (under = keepSubscriptions(app).catch(failed));
  void keepUp();
  const task = schedule("*/5 * * * *", keepUp, { noOverlap: true });
  return async () => {
    await task.stop();
    await under;
  };
}

/** Asks for what is wanted, renews what ends, and ends what is no longer wanted. */
export async function keepSubscriptions(app: App): Promise<void> {
  const known = new Map((await app.ledger.subscriptions.all()).map((one) => [one.source, one]));
  const wanted = new Map(app.config.sources.map((source) => [source.name, feedOf(app, source)]));
  for (const source of new Set([...wanted.keys(), ...known.keys()])) {
    const feed = wanted.get(source) ?? null;
    const one = known.get(source);
    await carryOut(app, actOf(one, feed, app.now()), source, feed, one);
  }
}

/** Null where no hub is wanted: it must be able to reach us. */
function feedOf({ config: { site, network } }: App, source: Source): string | null {
  if (source.kind !== "feed" || source.websub === false) return null;
  const usual = site.url.startsWith("https:") && isPublic(site);
  const reachable = usual || (network.allowPrivate && source.websub === true);
  return reachable ? source.feed : null;
}

async function carryOut(
  app: App,
  act: Act,
  source: string,
  feed: string | null,
  known: Subscription | undefined,
): Promise<void> {
  if (act === "find" && feed !== null) await find(app, source, feed, known);
  else if (act === "renew" && known) await ask(app, { ...known, askedAt: app.now().toISOString() });
  else if (act === "forget" && known) await app.ledger.subscriptions.forget(known.id);
  else if (act === "end" && known)
    await ask(app, { ...known, state: "ending", askedAt: app.now().toISOString() });
}

async function find(app: App, source: string, feed: string, known: Subscription | undefined): Promise<void> {
  const fresh: Subscription = {
    source,
    id: known?.id ?? secret(),
    feed,
    topic: feed,
    hub: null,
    secret: known?.secret ?? secret(),
    state: "none",
    askedAt: app.now().toISOString(),
    leaseUntil: null,
    toldAt: known?.toldAt ?? null,
    reason: null,
  };
  const found = await discover(app, feed);
  if (found === undefined || found.hub === null) return app.ledger.subscriptions.keep(fresh);
  await ask(app, { ...fresh, ...found, state: "asked" });
}

/** 192 bits. */
const secret = (): string => randomBytes(24).toString("base64url");

/** Characters: a feed names its hub before its entries. */
const enough = 200_000;

/** Undefined where the feed cannot be had: why, polling tells. */
async function discover({ io }: App, feed: string) {
  try {
    const response = await io.fetch(feed);
    if (!response.ok) return undefined;
    const text = (await response.text()).slice(0, enough);
    const { findHub } = await import("../source/hub.ts");
    return findHub(response.headers.get("link"), text, response.url || feed);
  } catch {
    return undefined;
  }
}

/** Seconds for which we ask; the hub decides. */
const lease = 10 * 86_400;

/** The hub may ask back before it answers, so it is in the ledger before that. */
async function ask(app: App, subscription: Subscription): Promise<void> {
  const { subscriptions } = app.ledger;
  const { id, state, hub } = subscription;
  await subscriptions.keep(subscription);
  const problem = await post(app, subscription);
  const now = await subscriptions.get(id);
  if (problem === null || hub === null || now === undefined || now.state !== state) return;
  await subscriptions.change(id, {
    reason: problem,
    ...(state === "active" ? {} : { state: state === "ending" ? state : "failed" }),
  });
}

async function post(
  { io, config }: App,
  { id, hub, topic, secret: key, state }: Subscription,
): Promise<string | null> {
  const body = new URLSearchParams({
    "hub.mode": state === "ending" ? "unsubscribe" : "subscribe",
    "hub.topic": topic,
    "hub.callback": `${config.site.url}/hooks/websub/${id}`,
    "hub.secret": key,
    "hub.lease_seconds": String(lease),
  });
  try {
    const response = await io.fetch(hub ?? "", { method: "POST", body });
    await response.body?.cancel();
    return response.ok ? null : worded`The hub ${new URL(hub ?? "").host} answers ${response.status}.`;
  } catch {
    return worded`The hub ${URL.parse(hub ?? "")?.host ?? hub ?? ""} could not be reached.`;
  }
}
