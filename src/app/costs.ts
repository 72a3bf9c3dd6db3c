import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import type { Account, Money } from "../model/account.ts";
import type { Post } from "../model/post.ts";
import { addUp, priceOf } from "./money.ts";

/** What an account's posts cost. */
export interface Cost {
  readonly account: string;
  /** One post without a link, and one with. */
  readonly post: Money;
  readonly withLink: Money;
  /** A calendar month's. */
  readonly budget: Money | null;
  /** What was planned in the last 30 days; null where there is no ledger yet. */
  readonly lately: { readonly posts: number; readonly cost: Money } | null;
}

/** The prices alone; null where the network charges nothing, or a person posts by hand. */
export function pricesOf(account: Account, channel: Channel): Cost | null {
  const post = priceOf(channel, [saying("Hello.")]);
  const withLink = priceOf(channel, [saying("Hello: https://www.example.org/")]);
  if (post === null || withLink === null || account.handoff) return null;
  return { account: account.name, post, withLink, budget: account.budget ?? null, lately: null };
}

const saying = (text: string): Post => ({
  title: null,
  text,
  link: null,
  card: null,
  media: [],
  language: null,
  tags: [],
});

const thirtyDays = 30 * 86_400_000;

/** With what its posts of the last 30 days cost by today's prices, also those that still wait. */
export async function withLately(app: App, cost: Cost, channel: Channel): Promise<Cost> {
  const now = app.now().getTime();
  const from = new Date(now - thirtyDays).toISOString();
  const to = new Date(now).toISOString();
  const due = await app.ledger.deliveries.list({ account: cost.account, from, to });
  const posts = due.filter(({ state }) => state !== "cancelled").map(({ post }) => post);
  const amount = addUp([priceOf(channel, posts)?.amount ?? 0]);
  return { ...cost, lately: { posts: posts.length, cost: { amount, currency: "USD" } } };
}
