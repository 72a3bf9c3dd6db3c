import { findLinks } from "../../src/channel/links.ts";
import type { Money } from "../../src/model/account.ts";
import type { Post } from "../../src/model/post.ts";

/**
 * US dollars a request, as X stated them on 2026-11-23. Those who still have a Basic or Pro subscription pay otherwise.
 * @see https://docs.x.com/x-api/getting-started/pricing
 */
const prices = { post: 0.015, postWithLink: 0.2 } as const;

/** Of reading one post; a fifth of that where the account also owns the app, which cannot be known here. */
export const countCost: Money = { amount: 0.005, currency: "USD" };

/** X takes every domain in the text for a link. Looks and removals cost a little as well, and are not in it. */
export function cost({ text }: Post): Money {
  const hasLink = findLinks(text, { bare: true }).length > 0;
  return { amount: hasLink ? prices.postWithLink : prices.post, currency: "USD" };
}
