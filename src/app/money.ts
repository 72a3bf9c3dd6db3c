import type { Channel } from "../channel/channel.ts";
import type { Money } from "../model/account.ts";
import type { Post } from "../model/post.ts";

/** What posts cost together, to a thousandth of a cent; null where the network charges nothing. */
export function priceOf(channel: Channel, posts: readonly Post[]): Money | null {
  if (channel.cost === undefined) return null;
  const amounts = posts.map((post) => channel.cost?.(post).amount ?? 0);
  return { amount: addUp(amounts), currency: "USD" };
}

/** Without the dust of binary fractions. */
export function addUp(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, one) => sum + one, 0) * 1e5) / 1e5;
}

/** “0.20 USD”, “0.015 USD”. */
export function writeMoney({ amount, currency }: Money): string {
  return `${amount.toFixed(3).replace(/0$/, "")} ${currency}`;
}
