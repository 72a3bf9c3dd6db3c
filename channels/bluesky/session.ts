import { AtUri, type AppBskyActorProfile } from "@atproto/api";
import type { Io, PrepareContext, Profile, Session } from "../../src/channel/channel.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { type Client, signIn } from "./client.ts";
import { isXrpcError, judging } from "./failure.ts";
import { findRecord, readRevision, type Stored } from "./find.ts";
import { chooseKey } from "./key.ts";
import { type Memo, readMemo } from "./memo.ts";
import { countPosts } from "./metrics.ts";
import { collection, makeRecord } from "./record.ts";

/** Signs in with one request for a session and one for the name that followers see. */
export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const unseen = <T>(act: () => Promise<T>): Promise<T> => judging({ visible: false, now: io.now() }, act);
  const client = await unseen(() => signIn(readLogin(settings), io));
  const web = String(settings["web"] ?? "https://bsky.app").replace(/\/$/, "");
  const home = `${web}/profile/${client.handle === "handle.invalid" ? client.did : client.handle}`;
  const receipt = ({ rkey, record }: Memo, { uri, cid }: Stored): Receipt => ({
    remoteId: uri,
    permalink: `${home}/post/${rkey}`,
    at: record.createdAt,
    data: { cid },
  });
  return {
    profile: await unseen(() => readProfile(client, home)),
    prepare: (post, context) => unseen(() => prepare(client, io, post, context)),
    async publish(_post, memo) {
      const kept = readMemo(memo);
      return receipt(kept, await judging({ visible: true, now: io.now() }, () => publish(client, kept)));
    },
    async find(_post, memo) {
      const kept = readMemo(memo);
      const stored = await unseen(() => findRecord(client, kept));
      return stored && receipt(kept, stored);
    },
    remove: (gone) => unseen(() => remove(client, gone)),
    metrics: (receipts) => unseen(() => countPosts(client, receipts)),
    close: client.close,
  };
}

function readLogin({ server, identifier, password }: SettingValues): Parameters<typeof signIn>[0] {
  return {
    server: String(server ?? "https://bsky.social"),
    identifier: String(identifier).replace(/^@/, ""),
    password: String(password),
  };
}

async function readProfile(client: Client, home: string): Promise<Profile> {
  const { did, handle } = client;
  const { displayName, avatar } = await readRecord(client);
  return {
    id: did,
    name: displayName || handle,
    handle,
    url: home,
    ...(avatar && { avatar: addressOf(client, avatar.ref.toString()) }),
  };
}

/** @see https://docs.bsky.app/docs/api/com-atproto-sync-get-blob */
const addressOf = ({ server, did }: Client, cid: string): string =>
  `${server}xrpc/com.atproto.sync.getBlob?${new URLSearchParams({ did, cid }).toString()}`;

/** The account's own profile record, which needs no AppView; empty where the account has none. */
async function readRecord({ ask, did }: Client): Promise<Partial<AppBskyActorProfile.Record>> {
  try {
    const { value } = await ask(({ app }) => app.bsky.actor.profile.get({ repo: did, rkey: "self" }));
    return value;
  } catch (error) {
    if (isXrpcError(error) && error.error === "RecordNotFound") return {};
    throw error;
  }
}

async function prepare(client: Client, io: Io, post: Post, context: PrepareContext): Promise<Json> {
  const previous = context.previous === null ? null : readMemo(context.previous);
  const rev = await readRevision(client);
  const createdAt = previous?.record.createdAt ?? io.now().toISOString();
  const record = await client.ask((agent) =>
    makeRecord(post, { agent, io, createdAt, reply: context.reply }),
  );
  const memo: Memo = { rkey: previous?.rkey ?? chooseKey(context.key, io.now()), rev, record };
  return { ...memo };
}

/** With `swapRecord: null` the server makes the record only where there is none; for the same one it answers the same. */
async function publish({ ask, did }: Client, { rkey, record }: Memo): Promise<Stored> {
  const put = { repo: did, collection, rkey, record: { ...record }, swapRecord: null };
  return (await ask(({ com }) => com.atproto.repo.putRecord(put))).data;
}

async function remove({ ask, did }: Client, { remoteId }: Receipt): Promise<void> {
  const { rkey } = new AtUri(remoteId);
  await ask(({ com }) => com.atproto.repo.deleteRecord({ repo: did, collection, rkey }));
}
