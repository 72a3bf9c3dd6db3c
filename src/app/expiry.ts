import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import { needsConnecting } from "../connect/pass.ts";
import { findChannel } from "../registry.ts";
import type { Delivery } from "../model/delivery.ts";
import { dayOf, daysUntil, standingsOf, type Standing } from "./standing.ts";

/** Days before its end at which an account is spoken of. */
const ahead = 14;
/** Posts that are named. */
const named = 3;

/**
 * One sentence for each account that stops working soon, or has stopped, with the planned posts that fall after that; and
 * for each that nobody has connected.
 */
export async function expiriesOf(app: App): Promise<readonly string[]> {
  const now = app.now();
  const standings = await standingsOf(app);
  const soon = standings.filter(({ until }) => until !== null && daysUntil(until, now) <= ahead);
  const words = await Promise.all(soon.map((one) => warn(app, one, one.until ?? "", now)));
  const unconnected = standings.filter((one) => one.unconnected);
  return [...unconnected.map(({ account }) => askToConnect(account)), ...words];
}

/** Of accounts that no ledger knows yet. */
export async function unconnectedIn({ accounts }: Config): Promise<readonly string[]> {
  const asked = await Promise.all(
    accounts.map(async (account) => {
      const channel = account.handoff === undefined ? await findChannel(account.channel) : undefined;
      return channel && needsConnecting({ account, channel }) ? [askToConnect(account.name)] : [];
    }),
  );
  return asked.flat();
}

const askToConnect = (account: string): string =>
  `The account ${account} is not connected yet: run \`carillon accounts connect ${account}\`.`;

async function warn(app: App, standing: Standing, until: string, now: Date): Promise<string> {
  const { account, connectable } = standing;
  const days = daysUntil(until, now);
  const when = days < 0 ? "stopped working" : "stops working";
  const left = days < 0 ? "" : `, ${days === 0 ? "within a day" : `in ${days} days`}`;
  const mend = connectable
    ? `run \`carillon accounts connect ${account}\``
    : "renew its credentials in the configuration";
  const posts = await postsAfter(app, account, until);
  return `The account ${account} ${when} on ${dayOf(until)}${left}: ${mend}. ${await listPosts(app, posts)}`;
}

function postsAfter(app: App, account: string, until: string): Promise<readonly Delivery[]> {
  return app.ledger.deliveries.list({ account, states: ["scheduled", "draft", "held"], from: until });
}

async function listPosts(app: App, posts: readonly Delivery[]): Promise<string> {
  if (posts.length === 0) return "No planned post falls after that.";
  const first = await Promise.all(posts.slice(0, named).map((post) => namePost(app, post)));
  const more = posts.length > named ? ` and ${posts.length - named} more` : "";
  return `Planned after that: ${first.join(", ")}${more}.`;
}

async function namePost(app: App, { id, entry, step, dueAt }: Delivery): Promise<string> {
  const title = (await app.ledger.entries.get(entry))?.entry.title ?? "an entry";
  return `${step} of “${title}” on ${dayOf(dueAt)} (${id})`;
}
