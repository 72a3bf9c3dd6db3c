import type { mastodon } from "masto";
import type { Io, Metrics, PrepareContext } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import { attach, type Attachment, type Gate } from "./media.ts";
import { type Memo, readMedia, readMemo, writeMedia, writeMemo } from "./memo.ts";

/** What an account's acts need. */
export interface Seat {
  readonly client: Client;
  readonly io: Io;
  readonly gate: Gate;
  readonly visibility: mastodon.v1.StatusVisibility;
  readonly contentWarning: string;
}

export async function prepare(
  seat: Seat,
  post: Post,
  { key, previous, reply }: PrepareContext,
): Promise<Json> {
  const earlier = previous === null ? null : readMemo(previous);
  return writeMemo({
    key: earlier?.key ?? key,
    parent: reply?.parent.remoteId ?? null,
    media: await attach(seat.client, seat.io, seat.gate, post.media, earlier?.media ?? []),
  });
}

/** @see https://docs.joinmastodon.org/methods/statuses/#create */
export async function publish(seat: Seat, post: Post, memo: Memo): Promise<Receipt> {
  const params = {
    ...write(seat, post),
    visibility: seat.visibility,
    ...(memo.parent !== null && { inReplyToId: memo.parent }),
    ...(memo.media.length > 0 && { mediaIds: memo.media.map(({ id }) => id) }),
  } as mastodon.rest.v1.CreateStatusParams;
  const meta = { requestInit: { headers: { "Idempotency-Key": memo.key } } };
  try {
    return readReceipt(await seat.client.v1.statuses.create(params, meta), memo.media);
  } catch (error) {
    throw isMissing(error) ? explainMissing(memo) : error;
  }
}

/** Media that the post kept stay as they are; the server drops those that an edit does not name. */
export async function edit(seat: Seat, receipt: Receipt, post: Post): Promise<Receipt> {
  const earlier = readMedia(receipt.data);
  const kept = earlier.map(({ url, alt, id }) => {
    const wanted = post.media.find((one) => one.url === url);
    return { url, id, alt: wanted?.alt ?? alt };
  });
  const media = await reattach(seat, post, kept);
  const params = {
    ...write(seat, post),
    mediaIds: media.map(({ id }) => id),
    mediaAttributes: media.map(({ id, alt }) => ({ id, description: alt })),
  };
  return readReceipt(await seat.client.v1.statuses.$select(receipt.remoteId).update(params), media);
}

/** A file that a status carries is not among those that wait for one, so it is not looked for. */
async function reattach(
  { client, io, gate }: Seat,
  post: Post,
  kept: readonly Attachment[],
): Promise<Attachment[]> {
  const fresh = post.media.filter(({ url }) => !kept.some((one) => one.url === url));
  const added = await attach(client, io, gate, fresh, []);
  const all = [...kept, ...added];
  return post.media.flatMap(({ url }) => all.find((one) => one.url === url) ?? []);
}

export async function remove({ client }: Seat, { remoteId }: Receipt): Promise<void> {
  try {
    await client.v1.statuses.$select(remoteId).remove();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

export async function count({ client }: Seat, { remoteId }: Receipt): Promise<Metrics | null> {
  try {
    const status = await client.v1.statuses.$select(remoteId).fetch();
    return { likes: status.favouritesCount, reposts: status.reblogsCount, replies: status.repliesCount };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export function readReceipt(status: mastodon.v1.Status, media: readonly Attachment[]): Receipt {
  if (typeof status.id !== "string")
    throw new ChannelError({
      kind: "lost",
      reason: worded`The server answered with something that is not a status.`,
    });
  const at = new Date(status.createdAt).toISOString();
  const permalink = status.url ?? status.uri;
  return { remoteId: status.id, permalink, at, ...(media.length > 0 && { data: writeMedia(media) }) };
}

function write({ contentWarning }: Seat, { text, language }: Post) {
  return {
    status: text,
    ...(contentWarning !== "" && { spoilerText: contentWarning }),
    ...(language !== null && { language }),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof AnswerError && error.status === 404;
}

/** 404 to a new status: of the one it replies to, or of the one that its key stands for. */
function explainMissing({ parent }: Memo): ChannelError {
  const reason =
    parent === null
      ? worded`It was sent before and removed since.`
      : worded`The post that this one replies to is gone.`;
  return new ChannelError({ kind: "refused", reason });
}
