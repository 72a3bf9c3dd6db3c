import { demandOne, makePost, send, watch } from "./acts.ts";
import { type Check, demand } from "./subject.ts";

/** What may happen to a post that is live. */
export const afterChecks: readonly Check[] = [
  {
    name: "edits a post in place",
    needs: ["world", "edit"],
    async run(stage) {
      const seen = await watch(stage);
      const { post, receipt } = await send(stage, makePost(stage));
      const text = `Corrected. ${post.text}`;
      await stage.session.edit?.(receipt, { ...post, text });
      const one = demandOne(await seen(), "After an edit");
      demand(one.text.includes(text), `After an edit followers read ${JSON.stringify(one.text)}.`);
    },
  },
  {
    name: "removes a post, and is content when it is gone already",
    needs: ["session", "remove"],
    async run(stage) {
      const { receipt } = await send(stage, makePost(stage));
      await stage.session.remove?.(receipt);
      await stage.session.remove?.(receipt);
    },
  },
  {
    name: "leaves nothing to see of a removed post",
    needs: ["world", "remove"],
    async run(stage) {
      const seen = await watch(stage);
      const { receipt } = await send(stage, makePost(stage));
      await stage.session.remove?.(receipt);
      demand((await seen()).length === 0, "Followers still see a removed post.");
    },
  },
  {
    name: "counts likes, reposts and replies",
    needs: ["session", "metrics"],
    async run(stage) {
      const { receipt } = await send(stage, makePost(stage));
      const [metrics] = (await stage.session.metrics?.([receipt])) ?? [];
      demand(metrics !== undefined && metrics !== null, "A live post has no metrics.");
      const { likes, reposts, replies, clicks, views } = metrics;
      const counts = [likes, reposts, replies, clicks, views].filter((count) => count !== undefined);
      demand(counts.length > 0, "A live post has no counts.");
      demand(
        counts.every((count) => Number.isInteger(count) && count >= 0),
        `The counts are ${counts.join(", ")}.`,
      );
    },
  },
  {
    name: "has no counts for a removed post, and keeps the order asked",
    needs: ["session", "metrics", "remove"],
    async run(stage) {
      const gone = (await send(stage, makePost(stage))).receipt;
      const live = (await send(stage, makePost(stage))).receipt;
      await stage.session.remove?.(gone);
      const [first, second] = (await stage.session.metrics?.([gone, live])) ?? [];
      demand(first === null, "A removed post still has metrics.");
      demand(second !== null && second !== undefined, "A live post after a removed one has no metrics.");
    },
  },
];
