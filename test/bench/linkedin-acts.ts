import linkedin from "../../channels/linkedin/channel.ts";
import type { Io, PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { makeIo } from "./io.ts";
import type { LinkedinBench } from "./linkedin.ts";
import { makePost } from "./post.ts";

/** The page that `openPage` posts as. */
export const page = "urn:li:organization:2414183";

export function openWith(server: LinkedinBench, change: SettingValues, io: Io = makeIo()): Promise<Session> {
  return linkedin.open(
    { server: server.url, version: "202609", accessToken: "token-of-page", ...change },
    io,
  );
}

export function openPage(server: LinkedinBench, io: Io = makeIo()): Promise<Session> {
  return openWith(server, { organization: "2414183" }, io);
}

export function openMember(server: LinkedinBench, io: Io = makeIo()): Promise<Session> {
  return openWith(server, { member: "782bbtaQ", accessToken: "token-of-member" }, io);
}

/** A post that is not part of a thread. */
export const context: PrepareContext = { key: "li-announcement-1", previous: null, reply: null };

export async function sendTo(
  to: Session,
  post: Partial<Post>,
  change: Partial<PrepareContext> = {},
): Promise<Receipt> {
  const whole = makePost(post);
  return to.publish(whole, await to.prepare(whole, { ...context, ...change }));
}

/** What the channel says of the error that must come. */
export async function failureOf(act: () => Promise<unknown>): Promise<Failure> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return linkedin.classify(error);
}
