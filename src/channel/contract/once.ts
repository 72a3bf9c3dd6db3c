import { demandOne, failing, keep, makeContext, makePost, send, settle, watch } from "./acts.ts";
import { demandKind } from "./classify.ts";
import { type Check, demand, type Fault, type Stage } from "./subject.ts";

/** Once, whatever the network does. */
export const onceChecks: readonly Check[] = [
  {
    name: "publishes the same post when the same memo is published again",
    needs: ["session", "sameFor"],
    async run(stage) {
      const { post, memo, receipt } = await send(stage, makePost(stage));
      const again = await stage.session.publish(post, memo);
      demand(again.remoteId === receipt.remoteId, "A second publish with the same memo made another post.");
    },
  },
  {
    name: "leaves one post when the same memo is published again",
    needs: ["world", "sameFor"],
    async run(stage) {
      const seen = await watch(stage);
      const { post, memo } = await send(stage, makePost(stage));
      await stage.session.publish(post, memo);
      demandOne(await seen(), "After a second publish with the same memo");
    },
  },
  {
    name: "finds a post that is live",
    needs: ["session", "find"],
    async run(stage) {
      const since = stage.io.now();
      const { post, memo, receipt } = await send(stage, makePost(stage));
      const found = await stage.session.find?.(post, memo, since);
      demand(found !== undefined, "`find` does not see a post that is live.");
      demand(
        found.remoteId === receipt.remoteId,
        `\`find\` gave ${found.remoteId} instead of ${receipt.remoteId}.`,
      );
    },
  },
  {
    name: "does not find a post that was never published",
    needs: ["session", "find"],
    async run(stage) {
      const post = makePost(stage);
      const memo = keep(await stage.session.prepare(post, makeContext()));
      const found = await stage.session.find?.(post, memo, stage.io.now());
      demand(found === undefined, `\`find\` took ${found?.remoteId} for a post that was never published.`);
    },
  },
  {
    name: "does not take an earlier post with other words for the one it looks for",
    needs: ["session", "find"],
    async run(stage) {
      const { post } = await send(stage, makePost(stage));
      const other = { ...post, text: `Once more: ${post.text}` };
      const memo = keep(await stage.session.prepare(other, makeContext()));
      const found = await stage.session.find?.(other, memo, stage.io.now());
      demand(found === undefined, "`find` took another post about the same link for this one.");
    },
  },
  survives("loseAnswer", "an answer that never came"),
  survives("reset", "a connection that broke before the post was accepted"),
  survives("unavailable", "a server error after the post was accepted"),
  survives("slow", "an answer that came too late"),
  {
    name: "says when to come back to a server that is busy, and sends nothing",
    needs: ["world", "busy"],
    async run(stage) {
      const seen = await watch(stage);
      stage.world.misbehave?.("busy");
      const failure = await failing(stage, () => send(stage, makePost(stage)), "A server that is busy");
      demandKind(failure, "busy", "A server that is busy");
      const retryAt = "retryAt" in failure ? failure.retryAt : undefined;
      demand(
        retryAt !== undefined && retryAt > stage.io.now(),
        "The server told when to come back, and `retryAt` does not.",
      );
      demand((await seen()).length === 0, "A post went out although the server was busy.");
    },
  },
];

/** However the answer was lost, the post is live once afterwards. */
function survives(fault: Fault, what: string): Check {
  return {
    name: `leaves exactly one post after ${what}`,
    needs: ["world", fault],
    async run(stage) {
      const seen = await watch(stage);
      await publishLosing(stage, fault, what);
      demandOne(await seen(), `After ${what}`);
    },
  };
}

async function publishLosing(stage: Stage, fault: Fault, what: string): Promise<void> {
  const post = makePost(stage);
  const memo = keep(await stage.session.prepare(post, makeContext()));
  const since = stage.io.now();
  stage.world.misbehave?.(fault);
  const failure = await failing(stage, () => stage.session.publish(post, memo), what);
  stage.world.misbehave?.("none");
  demandKind(failure, "lost", what);
  await settle(stage, post, memo, since);
}
