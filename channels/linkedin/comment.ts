import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { orMissing, read, request } from "./client.ts";
import { listOf, type JsonObject, numberAt, parse, textAt } from "./json.ts";
import { isSameText } from "./little.ts";
import { type Place, readPlace } from "./memo.ts";
import type { Seat } from "./seat.ts";
import { encode, linkComment, readCommentId } from "./urn.ts";

/** Comments a page of the answer, and pages looked through. */
const batch = 100;
const pages = 10;

/**
 * Later parts of a thread. Comments are plain text: what posts must escape is shown as it is.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api
 */
export async function publishComment(
  { client, author }: Seat,
  { text }: Post,
  place: Place,
): Promise<Receipt> {
  const body = {
    actor: author,
    object: place.post,
    message: { text },
    ...(place.comment !== null && { parentComment: place.comment }),
  };
  const path = commentsOf(place);
  try {
    const answer = await request(client, { method: "POST", path, visible: true, body });
    return writeReceipt(parse(answer.text) ?? {}, place, client.io.now());
  } catch (error) {
    throw isMissing(error) ? refused(worded`The post that this one replies to is gone.`) : error;
  }
}

function commentsOf({ post, comment }: Place): string {
  return `/rest/socialActions/${encode(comment ?? post)}/comments`;
}

function writeReceipt(data: JsonObject, place: Place, made: Date): Receipt {
  const remoteId = textAt(data, "commentUrn");
  if (readCommentId(remoteId) === undefined)
    throw new ChannelError({
      kind: "lost",
      reason: worded`LinkedIn answered with something that is not a comment.`,
    });
  const time = numberAt(data, "created", "time");
  const at = (time === 0 ? made : new Date(time)).toISOString();
  // A later part goes below the first comment, be that this one or the one that this one is an answer to.
  const kept = { post: place.post, comment: place.comment ?? remoteId };
  return { remoteId, permalink: linkComment(place.post, remoteId), at, data: kept };
}

/** The account's own comment at that place that says the same. */
export async function findComment(
  { client, author }: Seat,
  { text }: Post,
  place: Place,
): Promise<Receipt | undefined> {
  for (let page = 0; page < pages; page++) {
    const path = `${commentsOf(place)}?start=${page * batch}&count=${batch}`;
    const data = await orMissing(read(client, path));
    const elements = data ? listOf(data, "elements") : [];
    const found = elements.find(
      (one) => isOwn(one, author) && isSameText(textAt(one, "message", "text"), text),
    );
    if (found) return writeReceipt(found, place, client.io.now());
    if (elements.length < batch) return undefined;
  }
  throw new ChannelError({ kind: "lost", reason: worded`The post has too many comments to look through.` });
}

function isOwn(comment: JsonObject, author: string): boolean {
  return textAt(comment, "actor") === author;
}

export async function editComment(
  { client, author }: Seat,
  receipt: Receipt,
  { text }: Post,
): Promise<Receipt> {
  const body = { patch: { message: { $set: { text } } } };
  const path = pathOf(receipt, author);
  await request(client, { method: "POST", path, visible: true, meant: "PARTIAL_UPDATE", body });
  return receipt;
}

export async function removeComment({ client, author }: Seat, receipt: Receipt): Promise<void> {
  const path = pathOf(receipt, author);
  await orMissing(request(client, { method: "DELETE", path, visible: true, meant: "DELETE" }));
}

function pathOf({ remoteId, data }: Receipt, author: string): string {
  const post = readPlace(data)?.post ?? "";
  return `/rest/socialActions/${encode(post)}/comments/${readCommentId(remoteId)}?actor=${encode(author)}`;
}

export function isMissing(error: unknown): boolean {
  return error instanceof AnswerError && error.status === 404;
}

export function refused(reason: string): ChannelError {
  return new ChannelError({ kind: "refused", reason });
}
