import type { Channel, Io, Session } from "../../../src/channel/channel.ts";
import { changesOf, clientOf, idOf, plain, profile, receiptOf, wordsOf } from "./plain.ts";

/** No key, and nothing that could be looked up. */
const mute: Channel = {
  ...plain,
  id: "mute",
  label: "Mute",
  repeat: {},
  idAt: ({ pathname }) => /^\/posts\/(\w+)$/.exec(pathname)?.[1],
  open: async ({ server }, io) => open(String(server), io),
};

export default mute;

function open(server: string, io: Io): Session {
  const client = clientOf(server, io);
  return {
    profile,
    prepare: async (post, context) => wordsOf(post, context),
    publish: async (_, memo) =>
      receiptOf(idOf(await client("POST", "/posts", true, memo as object), true), io),
    ...changesOf(client),
  };
}
