import type { Draft, PostView } from "../team/posts.ts";
import type { Team } from "../team/open.ts";
import { draft, remark, seen, seenAll } from "./bodies.ts";
import { doneOr } from "./done.ts";
import { refuse, there } from "./problem.ts";
import { route, type Route } from "./route.ts";
import { post } from "./post-shapes.ts";
import { written } from "./shapes.ts";

/** Writing, and agreeing on what was written. */
export const writingRoutes: readonly Route[] = [
  route({
    at: "POST /posts/:id/try",
    right: "write",
    summary: "A post as it would be with other words; keeps nothing.",
    body: draft,
    answer: post,
    does: async ({ team, param, body }) => {
      await lookAt(team, param("id"), body.sight);
      return there(await team.posts.try(param("id"), draftOf(body)), "post");
    },
  }),
  route({
    at: "POST /posts/:id/words",
    right: "write",
    summary: "Gives a post that has not gone out other words; whoever agreed is asked again.",
    body: draft,
    answer: written,
    does: async ({ team, param, body, by }) => {
      await lookAt(team, param("id"), body.sight);
      return doneOr(await team.posts.write(param("id"), draftOf(body), by));
    },
  }),
  route({
    at: "POST /posts/:id/approve",
    right: "approve",
    summary: "Agrees to a post exactly as it was seen; to none that was changed meanwhile.",
    body: seen,
    answer: written,
    does: async ({ team, param, body, by }) => {
      await lookAt(team, param("id"), body.sight);
      return doneOr(await team.agreement.approve([{ id: param("id"), sight: body.sight }], by));
    },
  }),
  route({
    at: "POST /approve",
    right: "approve",
    summary: "Agrees to several posts exactly as they were seen.",
    body: seenAll,
    answer: written,
    does: async ({ team, body, by }) => doneOr(await team.agreement.approve(body.posts, by)),
  }),
  route({
    at: "POST /posts/:id/ask",
    right: "write",
    summary: "Asks colleagues to look at a post.",
    body: remark,
    answer: written,
    does: async ({ team, param, body, by }) => {
      const { entry } = await lookAt(team, param("id"));
      await team.agreement.ask(entry, param("id"), body.text, by);
      return asked;
    },
  }),
  route({
    at: "POST /posts/:id/send-back",
    right: "approve",
    summary: "Back to whoever wrote it: nobody has agreed any more.",
    body: remark,
    answer: written,
    does: async ({ team, param, body, by }) => {
      await lookAt(team, param("id"));
      return doneOr(await team.agreement.sendBack(param("id"), body.text, by));
    },
  }),
  route({
    at: "POST /entries/:id/ask",
    right: "write",
    summary: "Asks colleagues to look at all posts of an entry.",
    body: remark,
    answer: written,
    does: async ({ team, param, body, by }) => {
      there(await team.posts.entry(param("id")), "entry");
      await team.agreement.ask(param("id"), null, body.text, by);
      return asked;
    },
  }),
  route({
    at: "POST /posts/:id/write-all",
    right: "write",
    summary: "Gives the same words to the other waiting posts of the same step that they fit on.",
    body: draft,
    answer: written,
    does: async ({ team, param, body, by }) => {
      await lookAt(team, param("id"), body.sight);
      return doneOr(await team.posts.writeAll(param("id"), draftOf(body), by));
    },
  }),
];

const asked = { done: true, lines: ["Asked."] };

const draftOf = ({ title, texts, alts, media }: Draft): Draft => ({ title, texts, alts, media });

/** With `sight`: exactly as it was seen. */
async function lookAt(team: Team, id: string, sight?: string): Promise<PostView> {
  const found = there(await team.posts.post(id), "post");
  if (sight === undefined || found.sight === sight) return found;
  throw refuse(
    409,
    "It was changed since you looked at it.",
    "Look again, and decide about what it says now.",
  );
}
