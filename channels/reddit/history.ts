import { ChannelError } from "../../src/channel/failure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { foldTitle, kindOf, writeBody } from "./body.ts";
import type { Memo } from "./memo.ts";
import { kindOf as kindOfThing } from "./receipt.ts";
import type { Seat } from "./seat.ts";
import { type Listing, readListing, type Thing } from "./thing.ts";

/** Milliseconds that Reddit's clock and ours may differ. */
const tolerance = 60_000;
const pages = 10;

/**
 * The account's own post or comment that says the same at the same place, if one was made since.
 * @see https://www.reddit.com/dev/api#GET_user_{username}_{where}
 */
export async function findThing(seat: Seat, post: Post, memo: Memo, since: Date): Promise<Thing | undefined> {
  const where = memo.reply === null ? "submitted" : "comments";
  const things = await listSince(seat, where, since.getTime() - tolerance);
  return things.find((thing) => isSame(seat, thing, post, memo));
}

async function listSince(seat: Seat, where: string, from: number): Promise<Thing[]> {
  const found: Thing[] = [];
  let after: string | null = null;
  for (let page = 0; page < pages; page++) {
    const listing: Listing = await fetchPage(seat, where, after);
    const recent = listing.things.filter((thing) => thing.created_utc * 1000 >= from);
    found.push(...recent);
    after = listing.after;
    if (after === null || recent.length < listing.things.length) return found;
  }
  throw unclear(worded`Too many posts went out since to look through.`);
}

/** Newest first. */
async function fetchPage({ client, user }: Seat, where: string, after: string | null): Promise<Listing> {
  const query = { sort: "new", limit: "100", ...(after !== null && { after }) };
  const listing = readListing(await client.get(`/user/${user}/${where}`, query));
  if (!listing) throw unclear(worded`Reddit answered with something that is not a list of posts.`);
  return listing;
}

function isSame(seat: Seat, thing: Thing, post: Post, memo: Memo): boolean {
  const kind = kindOf(seat, post, memo);
  if (kindOfThing(thing) !== kind) return false;
  const text = writeBody(kind, post);
  if (kind === "comment") return thing.parent_id === memo.reply?.parent && isSameText(thing.body ?? "", text);
  const { selftext = "" } = thing;
  // Reddit once dropped a link's text, and takes the link only once.
  const saysSame = isSameText(selftext, text) || (kind === "link" && selftext === "");
  return saysSame && isSamePlace(seat, thing, post) && (kind === "self" || isSameLink(thing.url, post.link));
}

function isSameLink(one: string | undefined, other: string | null): boolean {
  return one !== undefined && other !== null && URL.parse(one)?.href === URL.parse(other)?.href;
}

function isSamePlace({ subreddit }: Seat, thing: Thing, post: Post): boolean {
  const sameSubreddit = thing.subreddit.toLowerCase() === subreddit.toLowerCase();
  return sameSubreddit && foldTitle(thing.title) === foldTitle(post.title);
}

function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function unclear(reason: string): ChannelError {
  return new ChannelError({ kind: "lost", reason });
}
