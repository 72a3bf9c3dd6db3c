import type { AppBskyFeedPost } from "@atproto/api";
import bluesky from "../../channels/bluesky/channel.ts";
import type { PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { makeIo } from "./io.ts";
import type { Pds } from "./pds.ts";

/** Longer than the server needs for a password. */
export const io = makeIo({ patience: 2000 });

export function settingsOf(pds: Pds) {
  return { identifier: pds.handle, password: pds.appPassword, server: pds.url };
}

export function openAt(pds: Pds, change: Readonly<Record<string, string>> = {}): Promise<Session> {
  return bluesky.open({ ...settingsOf(pds), ...change }, io);
}

let prepared = 0;

export function prepareAt(session: Session, post: Post, change: Partial<PrepareContext> = {}): Promise<Json> {
  return session.prepare(post, { key: `delivery-${++prepared}`, previous: null, reply: null, ...change });
}

export async function sendTo(
  session: Session,
  post: Post,
  reply: PrepareContext["reply"] = null,
): Promise<Receipt> {
  return session.publish(post, await prepareAt(session, post, { reply }));
}

/** What the channel says of the error that must come. */
export async function failureOf(act: () => Promise<unknown>): Promise<Failure> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return bluesky.classify(error);
}

/** The record as the server keeps it. */
export async function recordOf(pds: Pds, { remoteId }: Receipt): Promise<AppBskyFeedPost.Record> {
  const [, , repo = "", , rkey = ""] = remoteId.split("/");
  return (await pds.owner.app.bsky.feed.post.get({ repo, rkey })).value;
}

/** Every commit to the account's repository makes a new one. */
export async function revisionOf({ owner }: Pds): Promise<string> {
  return (await owner.com.atproto.sync.getLatestCommit({ did: owner.assertDid })).data.rev;
}
