import type { Io, Session } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { createSend, type Send } from "./client.ts";
import { readMemo } from "./memo.ts";
import { count } from "./metrics.ts";
import { edit, prepare, publish, remove, type Seat } from "./post.ts";
import { writeReceipt } from "./receipt.ts";
import { findPost } from "./timeline.ts";
import { fetchExpiry } from "./token.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const token = String(settings["accessToken"]).trim();
  const page = String(settings["page"]).trim();
  const server = String(settings["server"]).replace(/\/+$/, "");
  const send = createSend(`${server}/${String(settings["version"])}`, token, io);
  const profile = await fetchProfile(send, page);
  const expires = await fetchExpiry(send, token, io.now());
  return { profile, ...(expires && { expires }), ...createActs({ send, io, page: profile.id }) };
}

/** With a Page's token `me` is the Page. @see https://developers.facebook.com/docs/graph-api/overview#me */
async function fetchProfile(send: Send, page: string): Promise<Session["profile"]> {
  const call = { method: "GET", path: "me", params: { fields: "id,name" }, visible: false } as const;
  const { id, name } = await send<{ readonly id: string; readonly name: string }>(call);
  if (typeof id !== "string")
    throw fail(worded`Facebook does not say whose token it is. Check \`server\`: no Graph API is there.`);
  if (id !== page)
    throw fail(
      worded`The access token is that of “${name ?? id}” (${id}), not of the Page ${page}: with a person's or system user's token, take the Page's own from /me/accounts.`,
    );
  const title = name || id;
  return { id, name: title, handle: title, url: `https://www.facebook.com/${id}` };
}

function fail(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}

function createActs(seat: Seat): Omit<Session, "profile" | "expires"> {
  const { send, page } = seat;
  return {
    prepare: (post, context) => prepare(seat, post, context),
    publish: async (post, memo) => publish(seat, post, readMemo(memo)),
    async find(post, json, since) {
      const memo = readMemo(json);
      const found = await findPost(send, { page, post, memo, since });
      return found && writeReceipt(found, memo, since);
    },
    edit: (receipt, post) => edit(seat, receipt, post),
    remove: (receipt) => remove(seat, receipt),
    metrics: (receipts) => count(seat, receipts),
  };
}
