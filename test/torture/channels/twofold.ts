import type { Channel, Io, Session } from "../../../src/channel/channel.ts";
import type { Json } from "../../../src/model/json.ts";
import { changesOf, clientOf, idOf, plain, profile, receiptOf, wordsOf } from "./plain.ts";
import { AnswerError } from "../../../src/channel/http.ts";

/** Two phases: a hidden container, then publishing it, which the network does once however often it is asked. */
const twofold: Channel = {
  ...plain,
  id: "twofold",
  label: "Twofold",
  repeat: { sameFor: 24 * 3600, find: true },
  open: async ({ server }, io) => open(String(server), io),
};

export default twofold;

function open(server: string, io: Io): Session {
  const client = clientOf(server, io);
  return {
    profile,
    prepare: async (post, context) =>
      idOf(await client("POST", "/containers", false, wordsOf(post, context)), false),
    async publish(_, memo) {
      const taken = [200, 201, 409];
      const asked = await client("POST", `/containers/${idIn(memo)}/publish`, true, {}, taken);
      return receiptOf(asked.status === 409 ? (asked.post ?? "") : idOf(asked, true), io);
    },
    async find(_, memo) {
      const { post } = await client("GET", `/containers/${idIn(memo)}`, false);
      if (post === undefined)
        throw new AnswerError("The answer does not tell.", { status: 502, visible: false });
      return post === null ? undefined : receiptOf(post, io);
    },
    ...changesOf(client),
  };
}

const idIn = (memo: Json): string => (typeof memo === "string" ? memo : "");
