import facebook from "../../channels/facebook/channel.ts";
import type { Io, PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import type { FacebookOptions } from "./facebook-instance.ts";
import { type FacebookBench, startFacebook } from "./facebook.ts";
import { makeIo } from "./io.ts";
import { makePost } from "./post.ts";

/** A post that is not part of a thread. */
export const context: PrepareContext = { key: "fb-announcement-1", previous: null, reply: null };

export function settingsOf(server: FacebookBench, change: SettingValues = {}): SettingValues {
  const account = { page: server.pageOf("comms"), accessToken: server.tokenOf("comms") };
  return { server: server.url, version: "v26.0", ...account, ...change };
}

export function openAt(
  server: FacebookBench,
  change: SettingValues = {},
  io: Io = makeIo(),
): Promise<Session> {
  return facebook.open(settingsOf(server, change), io);
}

/** What the channel says of the error that must come. */
export async function failureOf(act: () => Promise<unknown>): Promise<Failure> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return facebook.classify(error);
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
  options: Partial<FacebookOptions>,
  act: (server: FacebookBench) => Promise<T>,
): Promise<T> {
  const server = await startFacebook(options);
  try {
    return await act(server);
  } finally {
    await server.close();
  }
}
