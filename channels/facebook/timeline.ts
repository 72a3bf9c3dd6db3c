import { ChannelError } from "../../src/channel/failure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Send } from "./client.ts";
import type { Memo } from "./memo.ts";
import { isSameLink, isSameText, writeMessage } from "./message.ts";
import type { Made } from "./receipt.ts";

/** Milliseconds that Facebook's clock and ours may differ. */
const tolerance = 600_000;
const pages = 10;

/** A post or comment in a list. */
interface Found extends Partial<Made> {
  readonly message?: string;
  readonly from?: { readonly id?: string };
  readonly attachments?: {
    readonly data?: readonly { readonly url?: string; readonly unshimmed_url?: string }[];
  };
}

/** What was said where and since when. */
interface Search {
  readonly page: string;
  readonly post: Post;
  readonly memo: Memo;
  readonly since: Date;
}

/**
 * The Page's own post, or comment under the same, that says the same and leads to the same address.
 * @see https://developers.facebook.com/docs/graph-api/reference/page/published_posts
 */
export async function findPost(send: Send, search: Search): Promise<Found | undefined> {
  const { page, post, memo } = search;
  const plain = memo.under === null && memo.photos.length === 0;
  const message = writeMessage(post, plain);
  const all = await listSince(send, search);
  const same = all.filter((one) => (one.from?.id ?? page) === page && isSameText(one.message ?? "", message));
  const link = plain ? post.link : null;
  const found = same.find((one) => link === null || leadsTo(one, link));
  if (found || same.length === 0) return found;
  throw unclear(
    worded`${same[0]?.permalink_url ?? worded`A post of the Page`} says the same and seems to lead elsewhere.`,
  );
}

/** A preview may be missing; then the words decide. */
function leadsTo({ attachments }: Found, link: string): boolean {
  const links = (attachments?.data ?? []).flatMap(({ url, unshimmed_url: plain }) => plain ?? url ?? []);
  return links.length === 0 || links.some((one) => isSameLink(one, link));
}

/** One page of a list. Its `next` has the access token in it, so only the cursor is taken. */
interface Listing {
  readonly data: readonly Found[];
  readonly paging: { readonly cursors?: { readonly after?: string }; readonly next?: string };
}

async function listSince(send: Send, search: Search): Promise<Found[]> {
  const from = search.since.getTime() - tolerance;
  const found: Found[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < pages; turn++) {
    const { data, paging } = await fetchPage(send, search, from, after);
    if (!Array.isArray(data))
      throw unclear(worded`Facebook answered with something that is not a list of posts.`);
    const recent = (data as readonly Found[]).filter((one) => isSince(one, from));
    found.push(...recent);
    after = paging?.cursors?.after;
    if (paging?.next === undefined || after === undefined || recent.length < data.length) return found;
  }
  throw unclear(worded`Too many posts went out since to look through.`);
}

function isSince({ created_time: created }: Found, from: number): boolean {
  return created === undefined || !(Date.parse(created) < from);
}

/** Newest first. Posts that the Page's people have hidden went out all the same. */
function fetchPage(
  send: Send,
  { page, memo: { under } }: Search,
  from: number,
  after: string | undefined,
): Promise<Partial<Listing>> {
  const common = "id,message,created_time,permalink_url";
  const since = String(Math.floor(from / 1000));
  const params =
    under === null
      ? { fields: `${common},attachments{url,unshimmed_url}`, include_hidden: "true", since }
      : { fields: `${common},from`, order: "reverse_chronological" };
  return send<Listing>({
    method: "GET",
    path: under === null ? `${page}/published_posts` : `${under}/comments`,
    params: { ...params, limit: "50", ...(after !== undefined && { after }) },
    visible: false,
  });
}

function unclear(reason: string): ChannelError {
  return new ChannelError({ kind: "lost", reason });
}
