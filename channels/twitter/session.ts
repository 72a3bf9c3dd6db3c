import type { Io, Session } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { type Client, createClient } from "./client.ts";
import { readCredentials } from "./credentials.ts";
import { readMemo } from "./memo.ts";
import { count, prepare, publish, remove, writeReceipt } from "./post.ts";
import { findPost } from "./timeline.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const client = createClient(String(settings["server"]), readCredentials(settings), io);
  const profile = await fetchProfile(client);
  const seat = { client, io, username: profile.handle.slice(1) };
  return {
    profile,
    prepare: (post, context) => prepare(seat, post, context),
    publish: async (post, memo) => publish(seat, post, readMemo(memo)),
    async find(post, memo, since) {
      const found = await findPost(client, profile.id, post, readMemo(memo), since);
      return found && writeReceipt(seat, found, since);
    },
    remove: (receipt) => remove(seat, receipt),
    metrics: (receipts) => count(seat, receipts),
  };
}

/** @see https://docs.x.com/x-api/users/get-my-user */
async function fetchProfile(client: Client): Promise<Session["profile"]> {
  const { data } = (await client.me({ "user.fields": ["profile_image_url"] })) as Partial<
    Awaited<ReturnType<Client["me"]>>
  >;
  if (!data?.id)
    throw new ChannelError({
      kind: "unauthorised",
      reason: worded`X does not say whose account it is. Check \`server\`: nothing there speaks X's API.`,
    });
  const { id, name, username, profile_image_url: avatar } = data;
  const url = `https://x.com/${username}`;
  return { id, name: name || username, handle: `@${username}`, url, ...(avatar && { avatar }) };
}
