import type { Io, PrepareContext } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Call, Send } from "./client.ts";
import { isDuplicate, isMissing } from "./failure.ts";
import { type Memo, readMemo, writeMemo } from "./memo.ts";
import { writeMessage } from "./message.ts";
import { uploadPhotos } from "./photos.ts";
import { isPlain, type Made, readTop, writeReceipt } from "./receipt.ts";

/** What a Page's acts need. */
export interface Seat {
  readonly send: Send;
  readonly io: Io;
  /** Its id. */
  readonly page: string;
}

/** Milliseconds after which a look at the Page shows what went out. */
const settled = 600_000;

export async function prepare(seat: Seat, post: Post, { previous, reply }: PrepareContext): Promise<Json> {
  if (reply && post.media.length > 1)
    throw new ChannelError({
      kind: "refused",
      reason: worded`A comment on Facebook takes one picture only.`,
    });
  const earlier = previous === null ? null : readMemo(previous);
  const top = reply && readTop(reply.parent);
  return writeMemo({
    at: earlier?.at ?? seat.io.now().toISOString(),
    // Comments are two levels deep: what replies to a reply stands beside it.
    under: reply && (top ?? reply.parent.remoteId),
    top,
    photos: await uploadPhotos(seat, post.media, earlier?.photos ?? []),
  });
}

/**
 * In one step. The parameter `is_published` would allow for two, an invisible post that is then shown, but Facebook's guide knows
 * invisible posts only as scheduled or as advertisements, and says nothing of where they stand once they are shown.
 * @see https://developers.facebook.com/docs/pages-api/posts
 * @see https://developers.facebook.com/docs/graph-api/reference/object/comments
 */
export async function publish({ send, io, page }: Seat, post: Post, memo: Memo): Promise<Receipt> {
  const params = memo.under === null ? writePost(post, memo) : writeComment(post, memo);
  const path = memo.under === null ? `${page}/feed` : `${memo.under}/comments`;
  try {
    const { id } = await send<Made>({ method: "POST", path, params, visible: true });
    return writeReceipt({ ...(id !== undefined && (await readBack(send, id))) }, memo, io.now());
  } catch (error) {
    throw explain(error, memo, io.now());
  }
}

/**
 * In a request of its own: where the first one also asked for fields and those could not be read, its answer would be an error
 * though the post is live. @see https://developers.facebook.com/docs/graph-api/overview#read-after-write
 */
async function readBack(send: Send, id: string): Promise<Partial<Made>> {
  const params = { fields: "permalink_url,created_time" };
  const read = send<Made>({ method: "GET", path: id, params, visible: false });
  return { ...(await read.catch(() => ({}))), id };
}

function writePost(post: Post, { photos }: Memo): Record<string, string> {
  const plain = photos.length === 0;
  const attached = photos.map(({ id }, index) => [
    `attached_media[${index}]`,
    JSON.stringify({ media_fbid: id }),
  ]);
  return {
    message: writeMessage(post, plain),
    ...(plain && post.link !== null && { link: post.link }),
    ...Object.fromEntries(attached),
  };
}

function writeComment(post: Post, { photos: [photo] }: Memo): Record<string, string> {
  return { message: writeMessage(post, false), ...(photo && { attachment_id: photo.id }) };
}

/** The words stand there since before this delivery was tried: no look would find it. */
function explain(error: unknown, { at }: Memo, now: Date): unknown {
  if (!isDuplicate(error) || now.getTime() - Date.parse(at) < settled) return error;
  const reason = `${error.message} ${worded`The Page has said this before: look at it, and change the text.`}`;
  return new ChannelError({ kind: "refused", reason });
}

/** Changes the words alone: Facebook keeps the photos and the link as they are. */
export async function edit({ send }: Seat, receipt: Receipt, post: Post): Promise<Receipt> {
  const params = { message: writeMessage(post, isPlain(receipt)) };
  await act(send, { method: "POST", path: receipt.remoteId, params, visible: true });
  return receipt;
}

export async function remove({ send }: Seat, { remoteId: path }: Receipt): Promise<void> {
  try {
    await act(send, { method: "DELETE", path, visible: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function act(send: Send, call: Call): Promise<void> {
  const { success } = await send<{ readonly success: boolean }>(call);
  if (success !== true)
    throw new ChannelError({ kind: "lost", reason: worded`Facebook did not say whether it did it.` });
}
