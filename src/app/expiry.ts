import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import { needsConnecting } from "../connect/pass.ts";
import { worded } from "../model/worded.ts";
import { findChannel } from "../registry.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Ending } from "../watch/world.ts";
import { dayOf, daysUntil, standingsOf, type Standing } from "./standing.ts";

/** Days before its end at which an account is spoken of. */
const ahead = 14;
/** Posts that are named. */
const named = 3;

/** Each account that stops working soon, or has stopped, with the planned posts that fall after that; and each that nobody has connected. */
export async function endingsOf(app: App): Promise<readonly Ending[]> {
  const now = app.now();
  const standings = await standingsOf(app);
  const soon = standings.filter(({ until }) => until !== null && daysUntil(until, now) <= ahead);
  const endings = await Promise.all(soon.map((one) => warn(app, one, one.until ?? "", now)));
  const unconnected = standings.filter((one) => one.unconnected);
  return [...unconnected.map(({ account }) => unconnectedOf(account)), ...endings];
}

/** The same, one sentence each. */
export async function expiriesOf(app: App): Promise<readonly string[]> {
  return (await endingsOf(app)).map(describeEnding);
}

export const describeEnding = ({ fact, mend, planned }: Ending): string =>
  `${fact}: ${mend}.${planned && ` ${planned}`}`;

/** Of accounts that no ledger knows yet. */
export async function unconnectedIn({ accounts }: Config): Promise<readonly string[]> {
  const asked = await Promise.all(
    accounts.map(async (account) => {
      const channel = account.handoff === undefined ? await findChannel(account.channel) : undefined;
      return channel && needsConnecting({ account, channel })
        ? [describeEnding(unconnectedOf(account.name))]
        : [];
    }),
  );
  return asked.flat();
}

const unconnectedOf = (account: string): Ending => ({
  account,
  kind: "unconnected",
  until: null,
  fact: worded`The account ${account} is not connected yet`,
  mend: worded`run \`carillon accounts connect ${account}\``,
  planned: "",
});

async function warn(app: App, standing: Standing, until: string, now: Date): Promise<Ending> {
  const { account, connectable } = standing;
  const days = daysUntil(until, now);
  const mend = connectable
    ? worded`run \`carillon accounts connect ${account}\``
    : worded`renew its credentials in the configuration`;
  const planned = await listPosts(app, await postsAfter(app, account, until));
  const fact = tellEnd(account, dayOf(until), days);
  return { account, kind: days < 0 ? "ended" : "ending", until, fact, mend, planned };
}

function tellEnd(account: string, day: string, days: number): string {
  if (days < 0) return worded`The account ${account} stopped working on ${day}`;
  return days === 0
    ? worded`The account ${account} stops working on ${day}, within a day`
    : worded`The account ${account} stops working on ${day}, in ${days} days`;
}

function postsAfter(app: App, account: string, until: string): Promise<readonly Delivery[]> {
  return app.ledger.deliveries.list({ account, states: ["scheduled", "draft", "held"], from: until });
}

async function listPosts(app: App, posts: readonly Delivery[]): Promise<string> {
  if (posts.length === 0) return worded`No planned post falls after that.`;
  const first = await Promise.all(posts.slice(0, named).map((post) => namePost(app, post)));
  const more = posts.length > named ? ` and ${worded`${posts.length - named} more`}` : "";
  return worded`Planned after that: ${first.join(", ") + more}.`;
}

async function namePost(app: App, { id, entry, step, dueAt }: Delivery): Promise<string> {
  const title = (await app.ledger.entries.get(entry))?.entry.title ?? worded`an entry`;
  return worded`${step} of “${title}” on ${dayOf(dueAt)} (${id})`;
}
