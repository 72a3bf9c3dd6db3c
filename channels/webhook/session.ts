import type { Io, PrepareContext, Session } from "../../src/channel/channel.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { createDeliver, type Deliver, type Event } from "./event.ts";
import { fail } from "./failure.ts";
import { maxText } from "./limits.ts";
import { readMemo } from "./memo.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const server = String(settings["server"]);
  const { host } = new URL(server);
  const deliver = await createDeliver(server, String(settings["secret"]), io);
  return { profile: { id: server, name: host, handle: host, url: null }, ...createActs(deliver, io) };
}

function createActs(deliver: Deliver, io: Io): Omit<Session, "profile"> {
  const { now } = io;
  return {
    prepare: async (post, context) => prepare(post, context, now()),
    async publish(post, json) {
      const { key, at, reply } = readMemo(json);
      await deliver(key, {
        type: "post.published",
        timestamp: at,
        data: { id: key, ...told(post, io), reply },
      });
      return { remoteId: key, permalink: null, at };
    },
    async edit(receipt, post, context) {
      const id = receipt.remoteId;
      const at = context?.since ?? now();
      const event: Event = {
        type: "post.edited",
        timestamp: at.toISOString(),
        data: { id, ...told(post, io) },
      };
      await deliver(`${id}-edited-${context?.key ?? at.getTime()}`, event);
      return receipt;
    },
    async remove({ remoteId: id }) {
      await deliver(`${id}-removed`, { type: "post.removed", timestamp: now().toISOString(), data: { id } });
    },
  };
}

/** How it was made is nobody else's business. */
const told = ({ template: _template, ...post }: Post, io: Io): Omit<Post, "template"> => ({
  ...post,
  media: post.media.map(({ url, alt }) => ({ url: io.addressOf?.(url) ?? url, alt })),
});

function prepare(post: Post, { key, previous, reply }: PrepareContext, now: Date): Json {
  if (Buffer.byteLength(post.text) > maxText)
    throw fail("refused", worded`The text is longer than ${maxText} bytes.`);
  const first = previous === null ? { key, at: now.toISOString() } : readMemo(previous);
  const thread = reply && { root: reply.root.remoteId, parent: reply.parent.remoteId };
  return { key: first.key, at: first.at, reply: thread };
}
