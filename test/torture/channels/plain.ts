import type { Channel, Io, Session } from "../../../src/channel/channel.ts";
import { AnswerError, ask, classifyAnswer, readRetryAt, type Ask } from "../../../src/channel/http.ts";
import type { Post, Receipt } from "../../../src/model/post.ts";
import type { PrepareContext } from "../../../src/channel/channel.ts";

/** What the small channels of this test share. */
export const plain = {
  contract: 1,
  settings: { server: { type: "url", label: "Server", required: true } },
  limits: {
    text: [{ unit: "graphemes", max: 500 }],
    title: null,
    media: 0,
    mediaBytes: 0,
    alt: 0,
    tags: 0,
    linkInText: true,
  },
  card: "none",
  abilities: { thread: true, edit: true, remove: true, metrics: false, language: false, altText: false },
  classify: classifyAnswer,
} satisfies Partial<Channel>;

export interface Asked {
  readonly status: number;
  readonly id: string | undefined;
  readonly post: string | null | undefined;
}

type Method = Ask["method"];

/** Asks, and understands nothing but the JSON that is expected. `taken`: statuses that are no failure. */
export type Client = (
  method: Method,
  path: string,
  visible: boolean,
  words?: object,
  taken?: readonly number[],
) => Promise<Asked>;

export function clientOf(server: string, io: Io): Client {
  return async (method, path, visible, words, taken = [200, 201]) => {
    const body = words === undefined ? {} : { body: JSON.stringify(words) };
    const headers = { "content-type": "application/json" };
    const answer = await ask(io, `${server}${path}`, { method, headers, visible, ...body });
    const about = { status: answer.status, visible, retryAt: readRetryAt(answer.headers, io.now()) };
    if (!taken.includes(answer.status)) throw new AnswerError(`The server answered ${answer.status}.`, about);
    try {
      const { id, post } = JSON.parse(answer.text) as Partial<Asked>;
      return { status: answer.status, id, post };
    } catch {
      throw new AnswerError("The answer is no JSON.", { ...about, status: 502 });
    }
  };
}

export const profile = { id: "plain", name: "Plain", handle: "@plain", url: null };

export const receiptOf = (remoteId: string, io: Io): Receipt => ({
  remoteId,
  permalink: null,
  at: io.now().toISOString(),
});

export const wordsOf = ({ text }: Post, { reply }: Pick<PrepareContext, "reply">) => ({
  text,
  reply: reply?.parent.remoteId ?? null,
});

/** An id that is none is an answer that was not understood: the post may be live. */
export function idOf({ id, status }: Asked, visible: boolean): string {
  if (typeof id === "string") return id;
  throw new AnswerError("The answer names no id.", { status: status < 500 ? 502 : status, visible });
}

export function changesOf(client: Client): Required<Pick<Session, "edit" | "remove">> {
  return {
    async edit(receipt, { text }) {
      await client("PUT", `/posts/${receipt.remoteId}`, true, { text });
      return receipt;
    },
    remove: async ({ remoteId }) =>
      void (await client("DELETE", `/posts/${remoteId}`, true, undefined, [200, 404])),
  };
}
