import twitter from "../../channels/twitter/channel.ts";
import type { Io, PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { makeIo } from "./io.ts";
import { makePost } from "./post.ts";
import type { TwitterOptions } from "./twitter-instance.ts";
import { startTwitter, type TwitterBench } from "./twitter.ts";

/** A post that is not part of a thread. */
export const context: PrepareContext = { key: "x-announcement-1", previous: null, reply: null };

export function openAt(server: TwitterBench, io: Io = makeIo(), name = "comms"): Promise<Session> {
  return twitter.open({ server: server.url, ...server.keysOf(name) }, io);
}

/** What the channel says of the error that must come. */
export async function failureOf(act: () => Promise<unknown>): Promise<Failure> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return twitter.classify(error);
}

export async function sendTo(
  to: Session,
  post: Partial<Post>,
  change: Partial<PrepareContext> = {},
): Promise<Receipt> {
  const whole = makePost(post);
  return to.publish(whole, await to.prepare(whole, { ...context, ...change }));
}

/** Looks for a post that was prepared just now. */
export async function lookFor(
  to: Session,
  post: Partial<Post>,
  change: Partial<PrepareContext> = {},
  since = new Date(),
): Promise<Receipt | undefined> {
  const whole = makePost(post);
  return to.find?.(whole, await to.prepare(whole, { ...context, ...change }), since);
}

export async function withServer<T>(
  options: Partial<TwitterOptions>,
  act: (server: TwitterBench) => Promise<T>,
): Promise<T> {
  const server = await startTwitter(options);
  try {
    return await act(server);
  } finally {
    await server.close();
  }
}
