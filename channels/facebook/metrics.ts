import type { Metrics } from "../../src/channel/channel.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Receipt } from "../../src/model/post.ts";
import { readAll } from "./batch.ts";
import { isMissing } from "./failure.ts";
import type { Seat } from "./post.ts";
import { readTop } from "./receipt.ts";

interface Sum {
  readonly summary?: { readonly total_count?: number };
}

/** Those of a post, and those of a comment. */
interface Counts {
  readonly reactions: Sum;
  readonly comments: Sum;
  readonly shares: { readonly count?: number };
  readonly like_count: number;
  readonly comment_count: number;
}

const ofPost = "reactions.limit(0).summary(true),comments.limit(0).summary(true),shares";
const ofComment = "like_count,comment_count";

/** @see https://developers.facebook.com/docs/graph-api/reference/pagepost */
export async function count({ send, io }: Seat, receipts: readonly Receipt[]): Promise<(Metrics | null)[]> {
  const paths = receipts.map(
    (receipt) => `${receipt.remoteId}?fields=${readTop(receipt) === null ? ofPost : ofComment}`,
  );
  return (await readAll<Counts>(send, paths, io.now())).map(readMetrics);
}

function readMetrics(counts: Partial<Counts> | AnswerError): Metrics | null {
  if (isMissing(counts)) return null;
  if (counts instanceof AnswerError) throw counts;
  const { reactions, comments, shares } = counts;
  const isComment = counts.like_count !== undefined;
  return {
    likes: reactions?.summary?.total_count ?? counts.like_count ?? 0,
    replies: comments?.summary?.total_count ?? counts.comment_count ?? 0,
    // Of a post that nobody shared there are none to tell; a comment cannot be shared.
    ...(!isComment && { reposts: shares?.count ?? 0 }),
  };
}
