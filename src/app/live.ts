import type { Channel, Limits } from "../channel/channel.ts";
import type { Wait } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { FoundPage, ImageNeeds } from "../model/page.ts";
import type { Card, Post } from "../model/post.ts";
import { isUpload } from "../model/upload.ts";
import { worded } from "../model/worded.ts";
import { cardLacks, imageLacks, linkLacks, pageLacks } from "../plan/live.ts";
import { readCard, writeCard } from "../source/card.ts";
import type { Lookout } from "./lookout.ts";

/** A post, and what it waits for. */
export interface Waiting {
  readonly entry: Entry;
  readonly story: Story | null;
  readonly post: Pick<Post, "card" | "media">;
  readonly channel: Pick<Channel, "card" | "limits">;
  readonly limits: Limits;
  readonly wait: Wait;
  /** Somebody has agreed to its card, or written it: that one goes out. */
  readonly settled: boolean;
}

export interface Outlook {
  /** What is missing; nothing: it may go out. */
  readonly lacks: readonly string[];
  /** The card as the page has it now, where this channel brings the card and nobody has settled it; else null. */
  readonly card: Card | null;
}

/** Looks whether all is there that a post links to and shows. `secure`: the page must be served over https. */
export async function lookAhead(waiting: Waiting, lookout: Lookout, secure: boolean): Promise<Outlook> {
  const { entry, story, wait, post, channel } = waiting;
  const page = await lookout.page(entry.url);
  const absent = pageLacks(page, secure);
  if (absent.length > 0) return { lacks: absent, card: null };
  const own = story?.link ?? entry.url;
  const elsewhere = own === entry.url ? [] : linkLacks(await lookout.link(own));
  if (elsewhere.length > 0 || wait.card === false) return { lacks: elsewhere, card: null };
  if (post.media.length > 0) return { lacks: await mediaLacks(waiting, lookout), card: null };
  // What other people's pages show of themselves is not the newsletter's to mend.
  if (own !== entry.url || channel.card === "none") return { lacks: [], card: null };
  return channel.card === "scraped"
    ? { lacks: await scrapedLacks(waiting, page, lookout), card: null }
    : lookAtSupplied(waiting, page, lookout);
}

async function mediaLacks({ post, limits }: Waiting, lookout: Lookout): Promise<readonly string[]> {
  const needs = { maxBytes: limits.mediaBytes };
  const elsewhere = post.media.filter(({ url }) => !isUpload(url));
  const found = await Promise.all(elsewhere.map(({ url }) => lookout.image(url)));
  return found.flatMap((image) => imageLacks(worded`the image ${image.url}`, image, needs));
}

/** The network reads the page itself: with the page's own image, whatever that is. */
async function scrapedLacks(waiting: Waiting, page: FoundPage, lookout: Lookout): Promise<readonly string[]> {
  const card = page.html === null ? null : readCard(page.html, page.at);
  const lacks = cardLacks(card, page.url, waiting.entry.image !== null);
  return [...lacks, ...(await pictureLacks(card, waiting, lookout))];
}

async function lookAtSupplied(waiting: Waiting, page: FoundPage, lookout: Lookout): Promise<Outlook> {
  const { post, entry, settled } = waiting;
  if (settled) return { lacks: await pictureLacks(post.card, waiting, lookout), card: null };
  const card = page.html === null ? null : writeCard(page.html, page.at, entry);
  const lacks = cardLacks(card, page.url, entry.image !== null);
  return { lacks: [...lacks, ...(await pictureLacks(card, waiting, lookout))], card };
}

async function pictureLacks(
  card: Card | null,
  waiting: Waiting,
  lookout: Lookout,
): Promise<readonly string[]> {
  if (card?.image == null) return [];
  return imageLacks(
    worded`the card's image ${card.image.url}`,
    await lookout.image(card.image.url),
    needsOf(waiting),
  );
}

/** A server that tells its limits knows nothing of cards. */
function needsOf({ limits, channel }: Waiting): ImageNeeds {
  const { mediaBytes } = limits;
  return limits.cardImage ?? channel.limits.cardImage ?? (mediaBytes > 0 ? { maxBytes: mediaBytes } : {});
}
