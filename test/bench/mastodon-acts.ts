import mastodon from "../../channels/mastodon/channel.ts";
import type { PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Receipt } from "../../src/model/post.ts";
import { makeIo } from "./io.ts";
import { type MastodonBench, type MastodonOptions, startMastodon } from "./mastodon.ts";
import { makePost } from "./post.ts";

/** A post that is not part of a thread. */
export const context: PrepareContext = { key: "fosstodon-announcement-1", previous: null, reply: null };

export function openAt(server: MastodonBench, more: Readonly<Record<string, string>> = {}): Promise<Session> {
  return mastodon.open({ server: server.url, accessToken: server.tokenOf("comms"), ...more }, makeIo());
}

/** What the channel says of the error that must come. */
export async function failureOf(act: () => Promise<unknown>): Promise<object> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return mastodon.classify(error);
}

let sent = 0;

export async function sendTo(
  to: Session,
  text: string,
  change: Partial<PrepareContext> = {},
): Promise<Receipt> {
  const post = makePost({ text });
  return to.publish(post, await to.prepare(post, { ...context, key: `sent-${++sent}`, ...change }));
}

export async function withServer<T>(
  options: Partial<MastodonOptions>,
  act: (server: MastodonBench) => Promise<T>,
): Promise<T> {
  const server = await startMastodon(options);
  try {
    return await act(server);
  } finally {
    await server.close();
  }
}
