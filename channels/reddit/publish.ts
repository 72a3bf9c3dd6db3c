import type { PrepareContext } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { isObject } from "./answer.ts";
import { checkText, checkTitle, foldTitle, kindOf, writeBody } from "./body.ts";
import { findFlair } from "./flair.ts";
import { findThing } from "./history.ts";
import { type Memo, readMemo, writeMemo } from "./memo.ts";
import { Problem } from "./problems.ts";
import { readName, readReceipt, writeReceipt } from "./receipt.ts";
import type { Seat } from "./seat.ts";
import { isThing } from "./thing.ts";

export async function prepare(
  { client, io, subreddit, kind: usual, flair }: Seat,
  post: Post,
  { previous, reply }: PrepareContext,
): Promise<Json> {
  const at = previous === null ? io.now().toISOString() : readMemo(previous).at;
  const place = reply && { root: readName(reply.root), parent: readName(reply.parent) };
  const kind = kindOf({ kind: usual }, post, { reply: place });
  checkTitle(kind, post);
  checkText(kind, post);
  const wanted = kind === "comment" ? null : flair;
  return writeMemo({
    at,
    reply: place,
    flair: wanted === null ? null : await findFlair(client, subreddit, wanted),
  });
}

export function publish(seat: Seat, post: Post, memo: Memo): Promise<Receipt> {
  return memo.reply === null ? submit(seat, post, memo) : comment(seat, post, memo.reply.parent);
}

/** @see https://www.reddit.com/dev/api#POST_api_submit */
async function submit(seat: Seat, post: Post, memo: Memo): Promise<Receipt> {
  const kind = kindOf(seat, post, memo);
  const text = kind === "link" && !seat.body ? "" : writeBody(kind, post);
  const form = {
    sr: seat.subreddit,
    kind,
    title: foldTitle(post.title),
    sendreplies: "true",
    validate_on_submit: "true",
    ...(kind === "link" && { url: post.link ?? "", resubmit: "false" }),
    ...(text !== "" && { text }),
    ...(memo.flair !== null && { flair_id: memo.flair }),
  };
  try {
    const { data } = jsonOf(await seat.client.post("/api/submit", form, true));
    return readSubmitted(seat, data, { kind, title: form.title });
  } catch (error) {
    const earlier = isSubmitted(error) ? await findThing(seat, post, memo, new Date(memo.at)) : undefined;
    if (earlier === undefined) throw error;
    return writeReceipt(seat, earlier);
  }
}

/** The subreddit has the link: from an earlier try of this very post, or from somebody else. */
function isSubmitted(error: unknown): boolean {
  return error instanceof Problem && error.code === "ALREADY_SUB";
}

function readSubmitted({ io }: Seat, data: unknown, about: { kind: string; title: string }): Receipt {
  const { name, url } = isObject(data) ? data : {};
  if (typeof name !== "string" || typeof url !== "string") throw unclear();
  return { remoteId: name, permalink: url, at: io.now().toISOString(), data: about };
}

/** @see https://www.reddit.com/dev/api#POST_api_comment */
async function comment(seat: Seat, post: Post, parent: string): Promise<Receipt> {
  const form = { thing_id: parent, text: writeBody("comment", post) };
  const { data } = jsonOf(await seat.client.post("/api/comment", form, true));
  const things = isObject(data) && Array.isArray(data["things"]) ? (data["things"] as unknown[]) : [];
  const [first] = things;
  const thing = isObject(first) ? first["data"] : undefined;
  if (!isThing(thing)) throw unclear();
  return writeReceipt(seat, thing);
}

/** Title and link stay as they are for ever. @see https://www.reddit.com/dev/api#POST_api_editusertext */
export async function edit(seat: Seat, receipt: Receipt, post: Post): Promise<Receipt> {
  const { name, kind, title } = readReceipt(receipt);
  if (kind === "link") throw fixed(worded`A link post cannot be changed on Reddit`);
  if (title !== null && post.title !== null && foldTitle(post.title) !== title)
    throw fixed(worded`A title cannot be changed on Reddit`);
  checkText(kind, post);
  const form = { thing_id: name, text: writeBody(kind, post), validate_on_submit: "true" };
  await seat.client.post("/api/editusertext", form, true);
  return receipt;
}

/** Reddit answers the same where it is gone already. @see https://www.reddit.com/dev/api#POST_api_del */
export async function remove({ client }: Seat, receipt: Receipt): Promise<void> {
  await client.post("/api/del", { id: readName(receipt) }, false);
}

function jsonOf(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return isObject(answer["json"]) ? answer["json"] : {};
}

function unclear(): ChannelError {
  return new ChannelError({
    kind: "lost",
    reason: worded`Reddit answered with something that is not a post.`,
  });
}

function fixed(what: string): ChannelError {
  return new ChannelError({ kind: "refused", reason: worded`${what}: remove the post and send it again.` });
}
