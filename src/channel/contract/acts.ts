import { randomUUID } from "node:crypto";
import type { Json } from "../../model/json.ts";
import type { Post, Receipt } from "../../model/post.ts";
import type { PrepareContext } from "../channel.ts";
import type { Failure } from "../failure.ts";
import { failureOf } from "./classify.ts";
import { demand, type Seen, type Stage } from "./subject.ts";

/** A post that no other check has sent. */
export function makePost(stage: Stage, change: Partial<Post> = {}): Post {
  const mark = randomUUID().slice(0, 8);
  const link = `https://example.org/issues/${mark}/`;
  const words = change.text ?? `Contract check ${mark}.`;
  return {
    title: stage.channel.limits.title === null ? null : `Contract check ${mark}`,
    link,
    card: { url: link, title: `Issue ${mark}`, description: "A card.", image: null },
    media: [],
    language: "en",
    tags: [],
    ...change,
    text: stage.channel.limits.linkInText ? `${words}\n\n${link}` : `${words} ${mark}`,
  };
}

export function makeContext(change: Partial<PrepareContext> = {}): PrepareContext {
  return { key: `check-${randomUUID().slice(0, 18)}`, previous: null, reply: null, ...change };
}

/** Prepares and publishes as the engine does. */
export async function send(stage: Stage, post: Post, reply: PrepareContext["reply"] = null): Promise<Sent> {
  const memo = keep(await stage.session.prepare(post, makeContext({ reply })));
  return { post, memo, receipt: keep(await stage.session.publish(post, memo)) };
}

export interface Sent {
  readonly post: Post;
  readonly memo: Json;
  readonly receipt: Receipt;
}

/** As the ledger gives it back. */
export function keep<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** What followers see now that they did not see before. */
export async function watch(stage: Stage): Promise<() => Promise<readonly Seen[]>> {
  const before = new Set((await stage.world.visible()).map((seen) => seen.id));
  return async () => (await stage.world.visible()).filter((seen) => !before.has(seen.id));
}

/** Runs what must fail, and gives what the channel says of the error. */
export async function failing(stage: Stage, act: () => Promise<unknown>, what: string): Promise<Failure> {
  try {
    await act();
  } catch (error) {
    return failureOf(stage, error);
  }
  throw new Error(`${what} was taken for a success.`);
}

/** After a lost answer, as the engine does it: once more where that is the same, else after a look. Undefined: a person is asked. */
export async function settle(
  stage: Stage,
  post: Post,
  memo: Json,
  since: Date,
): Promise<Receipt | undefined> {
  const { sameFor, find } = stage.session.repeat ?? stage.channel.repeat;
  if (find && stage.session.find) {
    const found = await stage.session.find(post, memo, since);
    return found ?? stage.session.publish(post, memo);
  }
  return sameFor === undefined ? undefined : stage.session.publish(post, memo);
}

export function demandOne(seen: readonly Seen[], what: string): Seen {
  const [one] = seen;
  demand(one !== undefined && seen.length === 1, `${what}: followers see ${seen.length} posts, not one.`);
  return one;
}
