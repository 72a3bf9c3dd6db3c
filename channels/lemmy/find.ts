import { ChannelError } from "../../src/channel/failure.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { type Call, demand } from "./client.ts";
import type { Memo, Reply } from "./memo.ts";
import { fold, writeMarkdown } from "./text.ts";
import { isLive, type Thing, thingOf, toReceipt, type View } from "./thing.ts";

/** Posts, and as many comments, that one look sees. */
const most = 50;
/** Milliseconds that Lemmy's clock and ours may differ. */
const tolerance = 60_000;

type IsSame = (thing: Partial<Thing>) => boolean;

/** What of the account's own says the same at the same place. Throws where more was posted since than one look sees. */
export async function findSame(
  call: Call,
  username: string,
  { reply }: Memo,
  since: Date,
  isSame: IsSame,
): Promise<Receipt | undefined> {
  const { posts, comments } = await call("GET", "user", { username, sort: "New", limit: most });
  const views = demand(reply ? comments : posts, worded`The server does not list the account's posts.`);
  const recent = views.filter((view) => isRecent(view, since));
  const same = recent.find((view) => isLive(view) && isSame(thingOf(view)));
  if (same === undefined && recent.length >= most)
    throw new ChannelError({ kind: "lost", reason: worded`Too many posts went out since to look through.` });
  return same && toReceipt(same);
}

/** A time that is none is taken for a late one. */
const isRecent = (view: View, since: Date): boolean =>
  !(Date.parse(thingOf(view).published ?? "") < since.getTime() - tolerance);

/** What tells the post, or the comment that the memo makes of it, from all others. */
export function recognise(post: Post, { reply }: Memo, community: number): IsSame {
  return (one) => (reply ? isSameComment(one, post, reply) : isSamePost(one, post, community));
}

/** Without the query: Lemmy takes out of it what only counts visitors. */
const foldUrl = (url: string | null | undefined): string | undefined =>
  URL.parse(url ?? "")?.href.split("?")[0];

const isSamePost = (one: Partial<Thing>, post: Post, community: number): boolean =>
  one.community_id === community &&
  fold(one.name) === fold(post.title) &&
  foldUrl(one.url) === foldUrl(post.link) &&
  fold(one.body) === fold(writeMarkdown(post.text));

const isSameComment = (one: Partial<Thing>, post: Post, { post_id: id, parent_id: parent }: Reply): boolean =>
  one.post_id === id &&
  Number(one.path?.split(".").at(-2)) === (parent ?? 0) &&
  fold(one.content) === fold(writeMarkdown(post.text));
