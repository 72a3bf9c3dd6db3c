import { renderText } from "./twitter-text.ts";

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly posts: Post[];
  /** When each post of this window was made, in milliseconds. */
  readonly recent: number[];
}

export interface Post {
  readonly id: string;
  readonly account: Account;
  readonly at: Date;
  /** As it was written. */
  readonly text: string;
  /** The first post of its conversation: itself where it is no reply. */
  readonly root: string;
  readonly parent: string | null;
  readonly media: readonly Media[];
}

export interface Media {
  readonly id: string;
  readonly account: Account;
  readonly type: string;
  readonly total: number;
  readonly at: Date;
  readonly segments: Buffer[];
  alt: string;
  state: "open" | "pending" | "failed" | "ready";
}

/** What X's guides call posts, and what its interface description calls them. */
export type Names = "tweet" | "post";

/** With the fields asked for; without any, the usual ones. */
export function renderPost(post: Post, fields: readonly string[], names: Names): object {
  const [first] = post.media;
  const address = `https://x.com/${post.account.username}/status/${post.id}/photo/1`;
  const { text, entities } = renderText(post.text, post.id, first ? { address, key: `3_${first.id}` } : null);
  const more: Readonly<Record<string, unknown>> = {
    created_at: post.at.toISOString(),
    conversation_id: post.root,
    entities: entities.urls.length > 0 ? entities : undefined,
    public_metrics: countPost(post, names),
  };
  const history = names === "post" ? "edit_history_post_ids" : "edit_history_tweet_ids";
  const asked = fields.map((field) => [field, more[field]]);
  return { id: post.id, text, [history]: [post.id], ...Object.fromEntries(asked) };
}

function countPost({ account, id }: Post, names: Names): object {
  return {
    [names === "post" ? "repost_count" : "retweet_count"]: 3,
    reply_count: account.posts.filter(({ parent }) => parent === id).length,
    like_count: 7,
    quote_count: 0,
    bookmark_count: 0,
    impression_count: 100,
  };
}

/** An id of a moment: its upper 42 bits are milliseconds. */
export function idAt(moment: Date, sequence: number): string {
  return String((BigInt(moment.getTime() - 1_288_834_974_657) << 22n) | BigInt(sequence % 4_194_304));
}
