import type { Channel, PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { makePost } from "./post.ts";

export interface Acts {
  /** A post that is not part of a thread. */
  readonly context: PrepareContext;
  sendTo(to: Session, post: Partial<Post>, change?: Partial<PrepareContext>): Promise<Receipt>;
  /** Looks for a post that was prepared just now. */
  lookFor(
    to: Session,
    post: Partial<Post>,
    change?: Partial<PrepareContext>,
    since?: Date,
  ): Promise<Receipt | undefined>;
  /** What the channel says of the error that must come. */
  failureOf(act: () => Promise<unknown>): Promise<Failure>;
}

/** What the tests of every channel do with a session. */
export function actsOf(channel: Channel, key: string): Acts {
  const context: PrepareContext = { key, previous: null, reply: null };
  return {
    context,
    async sendTo(to, post, change = {}) {
      const whole = makePost(post);
      return to.publish(whole, await to.prepare(whole, { ...context, ...change }));
    },
    async lookFor(to, post, change = {}, since = new Date()) {
      const whole = makePost(post);
      return to.find?.(whole, await to.prepare(whole, { ...context, ...change }), since);
    },
    async failureOf(act) {
      const error: unknown = await act().then(
        () => new Error("It succeeded."),
        (thrown: unknown) => thrown,
      );
      return channel.classify(error);
    },
  };
}
