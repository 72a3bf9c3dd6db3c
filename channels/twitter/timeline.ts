import type { TweetV2 } from "twitter-api-v2";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import type { Memo } from "./memo.ts";
import { isSameText, readText } from "./words.ts";

/** Milliseconds that X's clock and ours may differ. */
const tolerance = 600_000;
const pages = 10;

/**
 * The account's own post that says the same at the same place, if one was made since.
 * @see https://docs.x.com/x-api/users/get-posts
 */
export async function findPost(
  client: Client,
  user: string,
  post: Post,
  memo: Memo,
  since: Date,
): Promise<TweetV2 | undefined> {
  const posts = await listSince(client, user, new Date(since.getTime() - tolerance));
  return posts.findLast((one) => isSamePlace(one, memo) && isSameText(readText(one), post.text));
}

async function listSince(client: Client, user: string, from: Date): Promise<TweetV2[]> {
  const found: TweetV2[] = [];
  let page: string | undefined;
  for (let turn = 0; turn < pages; turn++) {
    const { data, meta } = await fetchPage(client, user, from, page);
    found.push(...(data ?? []));
    page = meta?.next_token;
    if (page === undefined) return found;
  }
  throw unclear(worded`Too many posts went out since to look through.`);
}

/** What an answer may lack. */
interface Page {
  readonly data?: readonly TweetV2[];
  readonly meta?: { readonly next_token?: string };
}

async function fetchPage(client: Client, user: string, from: Date, page: string | undefined): Promise<Page> {
  const timeline = await client.get<Page>(
    "users/:id/tweets",
    {
      start_time: `${from.toISOString().slice(0, 19)}Z`,
      max_results: 100,
      exclude: "retweets",
      "tweet.fields": "created_at,entities,conversation_id",
      pagination_token: page,
    },
    { params: { id: user } },
  );
  if (timeline.data === undefined && timeline.meta === undefined)
    throw unclear(worded`X answered with something that is not a timeline.`);
  return timeline;
}

/** A reply is part of its root's conversation, any other post begins its own. X does not tell for every post. */
function isSamePlace({ id, conversation_id: conversation }: TweetV2, { reply }: Memo): boolean {
  if (conversation === undefined) return true;
  return reply ? conversation === reply.root && id !== reply.root : conversation === id;
}

function unclear(reason: string): ChannelError {
  return new ChannelError({ kind: "lost", reason });
}
