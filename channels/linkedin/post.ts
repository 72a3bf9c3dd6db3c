import type { PrepareContext } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Answer } from "../../src/channel/http.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { orMissing, request } from "./client.ts";
import { editComment, refused, isMissing, publishComment, removeComment } from "./comment.ts";
import { gather, writeContent } from "./content.ts";
import { settleDuplicate } from "./duplicate.ts";
import { readDuplicate } from "./failure.ts";
import type { JsonObject } from "./json.ts";
import { longest } from "./limits.ts";
import { writeLittle } from "./little.ts";
import { type Memo, placeReply, readMemo, writeMemo } from "./memo.ts";
import type { Seat } from "./seat.ts";
import { encode, isPost, linkPost } from "./urn.ts";

export async function prepare(
  { client, author }: Seat,
  post: Post,
  { previous, reply }: PrepareContext,
): Promise<Json> {
  checkLength(post, reply ? "comment" : "post");
  if (reply && post.media.length > 0)
    throw refused(
      worded`On LinkedIn only the first part of a thread carries images: the others are comments.`,
    );
  const earlier = previous === null ? null : readMemo(previous);
  return writeMemo({
    at: earlier?.at ?? client.io.now().toISOString(),
    reply: reply && placeReply(reply),
    images: reply ? [] : await gather(client, author, post, earlier?.images ?? []),
  });
}

/** Too long a text was seen to be cut without a word, so LinkedIn is not asked. */
function checkLength({ text }: Post, kind: keyof typeof longest): void {
  if (text.length <= longest[kind]) return;
  const reason = worded`A ${kind} on LinkedIn has at most ${longest[kind]} characters, and this one has ${text.length}.`;
  throw new ChannelError({ kind: "refused", reason });
}

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
export async function publish(seat: Seat, post: Post, memo: Memo): Promise<Receipt> {
  if (memo.reply) return publishComment(seat, post, memo.reply);
  try {
    const body = write(seat.author, post, memo);
    const answer = await request(seat.client, { method: "POST", path: "/rest/posts", visible: true, body });
    return writeReceipt(readId(answer), seat.client.io.now());
  } catch (error) {
    const original = readDuplicate(error);
    if (original === undefined) throw error;
    return writeReceipt(...(await settleDuplicate(seat, post, memo, original)));
  }
}

function write(author: string, post: Post, { images }: Memo): JsonObject {
  const content = writeContent(post, images);
  return {
    author,
    commentary: writeLittle(post.text),
    visibility: "PUBLIC",
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(content && { content }),
    lifecycleState: "PUBLISHED",
    isReshareDisabledByAuthor: false,
  };
}

/** The id is in a header only. */
function readId({ headers }: Answer): string {
  const id = headers.get("x-restli-id");
  if (isPost(id)) return id;
  throw new ChannelError({
    kind: "lost",
    reason: worded`LinkedIn answered without saying which post it made.`,
  });
}

export function writeReceipt(remoteId: string, at: Date): Receipt {
  return { remoteId, permalink: linkPost(remoteId), at: at.toISOString() };
}

/** The text alone: LinkedIn lets neither images nor the card be changed. */
export async function edit(seat: Seat, receipt: Receipt, post: Post): Promise<Receipt> {
  const kind = isPost(receipt.remoteId) ? "post" : "comment";
  checkLength(post, kind);
  try {
    return kind === "post" ? await editPost(seat, receipt, post) : await editComment(seat, receipt, post);
  } catch (error) {
    throw isMissing(error) ? refused(worded`LinkedIn has no such post any more.`) : error;
  }
}

async function editPost({ client }: Seat, receipt: Receipt, { text }: Post): Promise<Receipt> {
  const body = { patch: { $set: { commentary: writeLittle(text) } } };
  const path = `/rest/posts/${encode(receipt.remoteId)}`;
  await request(client, { method: "POST", path, visible: true, meant: "PARTIAL_UPDATE", body });
  return receipt;
}

export async function remove(seat: Seat, receipt: Receipt): Promise<void> {
  if (!isPost(receipt.remoteId)) return removeComment(seat, receipt);
  const path = `/rest/posts/${encode(receipt.remoteId)}`;
  await orMissing(request(seat.client, { method: "DELETE", path, visible: true, meant: "DELETE" }));
}
