import reddit from "../../channels/reddit/channel.ts";
import type { PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { makeIo } from "./io.ts";
import { makePost } from "./post.ts";
import { type RedditBench, startReddit } from "./reddit.ts";
import type { RedditOptions } from "./reddit-instance.ts";

/** A post that is not part of a thread. */
export const context: PrepareContext = { key: "reddit-announcement-1", previous: null, reply: null };

export function openAt(bench: RedditBench, more: SettingValues = {}, now?: () => Date): Promise<Session> {
  return reddit.open(bench.settingsOf("comms", more), makeIo(now && { now }));
}

let issue = 0;

/** An announcement that no other test makes. */
export function makeIssue(change: Partial<Post> = {}): Post {
  const number = ++issue;
  const link = `https://example.org/issues/${number}/`;
  return makePost({ title: `Issue ${number}`, text: "What is in it", link, ...change });
}

export async function sendTo(
  to: Session,
  post: Post = makeIssue(),
  reply: PrepareContext["reply"] = null,
): Promise<Receipt> {
  return to.publish(post, await to.prepare(post, { ...context, reply }));
}

/** What the channel says of the error that must come. */
export async function failureOf(act: () => Promise<unknown>): Promise<Failure> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return reddit.classify(error);
}

export async function withReddit<T>(
  options: Partial<RedditOptions>,
  act: (bench: RedditBench) => Promise<T>,
): Promise<T> {
  const bench = await startReddit(options);
  try {
    return await act(bench);
  } finally {
    await bench.close();
  }
}
