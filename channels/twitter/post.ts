import type { SendTweetV2Params, TweetV2 } from "twitter-api-v2";
import type { Io, Metrics, PrepareContext } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import { isDuplicate, isParentMissing } from "./failure.ts";
import { attach } from "./media.ts";
import { type Memo, readMemo, writeMemo } from "./memo.ts";

/** What an account's acts need. */
export interface Seat {
  readonly client: Client;
  readonly io: Io;
  readonly username: string;
}

/** Milliseconds after which a look at the account shows what went out, and a part of a thread can be replied to. */
const settled = 600_000;

export async function prepare(
  { client, io }: Seat,
  post: Post,
  { previous, reply }: PrepareContext,
): Promise<Json> {
  const earlier = previous === null ? null : readMemo(previous);
  return writeMemo({
    at: earlier?.at ?? io.now().toISOString(),
    reply: reply && { root: reply.root.remoteId, parent: reply.parent.remoteId },
    media: await attach(client, io, post.media, earlier?.media ?? []),
  });
}

/** @see https://docs.x.com/x-api/posts/create-post */
export async function publish(seat: Seat, post: Post, memo: Memo): Promise<Receipt> {
  try {
    const { data } = await seat.client.tweet(write(post, memo));
    return writeReceipt(seat, data, seat.io.now());
  } catch (error) {
    throw explain(error, memo, seat.io.now());
  }
}

function write({ text }: Post, { reply, media }: Memo): SendTweetV2Params {
  const ids = media.map(({ id }) => id) as [string];
  return {
    text,
    ...(reply && { reply: { in_reply_to_tweet_id: reply.parent } }),
    ...(ids.length > 0 && { media: { media_ids: ids } }),
  };
}

/** What the same answer means depends on how long ago the delivery was prepared, or the parent was published. */
function explain(error: unknown, { at, reply }: Memo, now: Date): unknown {
  if (isDuplicate(error) && now.getTime() - Date.parse(at) > settled)
    return new ChannelError({ kind: "refused", reason: `${error.message} ${saidBefore}` });
  if (isParentMissing(error) && reply && now.getTime() - readTime(reply.parent) < settled)
    return new ChannelError({
      kind: "down",
      reason: `${error.message} ${worded`It is new: X may not know it everywhere yet.`}`,
    });
  return error;
}

const saidBefore = worded`The account has said this before, maybe in a post that was removed since: look at it, and change the text.`;

/** Milliseconds since 1970 at which an id was given: its upper 42 bits, since 2010-11-04. */
function readTime(id: string): number {
  return Number(BigInt(id) >> 22n) + 1_288_834_974_657;
}

/** X does not tell when a new post was made; `made` then is now. */
export function writeReceipt(
  { username }: Pick<Seat, "username">,
  post: Pick<TweetV2, "id" | "created_at"> | undefined,
  made: Date,
): Receipt {
  if (typeof post?.id !== "string")
    throw new ChannelError({ kind: "lost", reason: worded`X answered with something that is not a post.` });
  const at = new Date(post.created_at ?? made).toISOString();
  return { remoteId: post.id, permalink: `https://x.com/${username}/status/${post.id}`, at };
}

export async function remove({ client }: Seat, { remoteId }: Receipt): Promise<void> {
  try {
    await client.deleteTweet(remoteId);
  } catch (error) {
    if (!(error instanceof AnswerError) || error.status !== 404) throw error;
  }
}

/** Posts that one request may ask for. */
const batch = 100;

/** @see https://docs.x.com/x-api/posts/get-posts-by-ids */
export async function count(seat: Seat, receipts: readonly Receipt[]): Promise<(Metrics | null)[]> {
  const metrics: (Metrics | null)[] = [];
  for (let start = 0; start < receipts.length; start += batch)
    metrics.push(...(await countBatch(seat, receipts.slice(start, start + batch))));
  return metrics;
}

async function countBatch({ client }: Seat, receipts: readonly Receipt[]): Promise<(Metrics | null)[]> {
  const ids = receipts.map(({ remoteId }) => remoteId);
  const answer: { readonly data?: TweetV2[] } = await client.tweets(ids, {
    "tweet.fields": "public_metrics",
  });
  return ids.map((id) => readMetrics(answer.data?.find((one) => one.id === id)));
}

/** X's guides say `retweet_count`, its interface description says `repost_count`. */
function readMetrics(post: TweetV2 | undefined): Metrics | null {
  if (!post) return null;
  const counts: Readonly<Record<string, number | undefined>> = { ...post.public_metrics };
  return {
    likes: counts["like_count"] ?? 0,
    reposts: counts["retweet_count"] ?? counts["repost_count"] ?? 0,
    replies: counts["reply_count"] ?? 0,
    ...(counts["impression_count"] !== undefined && { views: counts["impression_count"] }),
  };
}
