import type { Io, Session } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { canRead, fetchProfile, readAuthor } from "./author.ts";
import type { Client } from "./client.ts";
import { findComment } from "./comment.ts";
import { findPost } from "./find.ts";
import { readMemo } from "./memo.ts";
import { count } from "./metrics.ts";
import { edit, prepare, publish, remove, writeReceipt } from "./post.ts";
import type { Seat } from "./seat.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const client = createClient(settings, io);
  const profile = await fetchProfile(client, readAuthor(settings));
  const author = profile.id;
  const readable = await canRead(client, author);
  const seat = { client, author };
  return {
    profile,
    ...(!readable && { repeat: {} }),
    prepare: (post, context) => prepare(seat, post, context),
    publish: async (post, memo) => publish(seat, post, readMemo(memo)),
    edit: (receipt, post) => edit(seat, receipt, post),
    remove: (receipt) => remove(seat, receipt),
    ...(readable && createLooks(seat)),
  };
}

/** What needs a token that may read. */
function createLooks(seat: Seat): Pick<Session, "find" | "metrics"> {
  return {
    async find(post, json, since) {
      const { reply } = readMemo(json);
      if (reply) return findComment(seat, post, reply);
      const found = await findPost(seat, post, since);
      return found && writeReceipt(found.id, found.at);
    },
    metrics: (receipts) => count(seat, receipts),
  };
}

function createClient(settings: SettingValues, io: Io): Client {
  const version = String(settings["version"] ?? "");
  if (!/^20\d\d(?:0[1-9]|1[0-2])$/.test(version))
    throw new ChannelError({
      kind: "unauthorised",
      reason: worded`\`version\` is a year and a month, 202609 for instance.`,
    });
  const server = String(settings["server"]).replace(/\/+$/, "");
  return { io, server, token: String(settings["accessToken"]), version };
}
