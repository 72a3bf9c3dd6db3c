import type { Right } from "../../model/person.ts";
import type { PostAction } from "../team/needs.ts";
import { chosen, none, place, reason, time } from "./bodies.ts";
import { doneOr } from "./done.ts";
import { refuse, there } from "./problem.ts";
import { route, type Route } from "./route.ts";
import { written } from "./shapes.ts";
import { released } from "./status-shapes.ts";

/** A decision about a post that needs no more than to be said. */
const plain = (action: PostAction, right: Right, summary: string): Route =>
  route({
    at: `POST /posts/:id/${action}`,
    right,
    summary,
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      there(await team.posts.post(param("id")), "post");
      return doneOr(await team.needs.decide(param("id"), action, "", by));
    },
  });

/** Deciding what goes out, and when. */
export const decisionRoutes: readonly Route[] = [
  plain("hold", "write", "Keeps a post back until somebody releases it."),
  plain("cancel", "write", "Takes a post out of the plan."),
  plain(
    "release",
    "approve",
    "Lets a held post go, an approval is asked for again; one that waits for its page goes without.",
  ),
  plain("retry", "approve", "Tries again at once what failed or waits."),
  plain(
    "look",
    "approve",
    "Looks whether an unsure post is there, and settles it where it is; publishes nothing.",
  ),
  plain("again", "approve", "Says of an unsure post that it is not there: it is sent again."),
  plain("retract", "approve", "Takes back what is live, where the network allows it."),
  route({
    at: "POST /posts/:id/there",
    right: "approve",
    summary: "Says where a post is that was unsure, or that somebody posted by hand.",
    body: place,
    answer: written,
    does: async ({ team, param, body, by }) => {
      there(await team.posts.post(param("id")), "post");
      const action = body.unchecked ? "unchecked" : "there";
      return doneOr(await team.needs.decide(param("id"), action, body.permalink, by));
    },
  }),
  route({
    at: "POST /posts/:id/move",
    right: "write",
    summary: "Gives a post another time, which the plan leaves alone; `plan` gives it back to the plan.",
    body: time,
    answer: written,
    does: async ({ team, param, body, by }) => {
      there(await team.posts.post(param("id")), "post");
      return doneOr(await team.api.move(param("id"), body.to, by));
    },
  }),
  route({
    at: "POST /hold",
    right: "write",
    summary: "Holds everything: nothing at all goes out until it is released.",
    body: reason,
    answer: written,
    does: async ({ team, body, by }) => {
      if (await team.needs.holdAll(body.reason, by)) return { done: true, lines: ["Everything is held."] };
      throw refuse(409, "Everything is held already.", "Release it first, if the reason is another now.");
    },
  }),
  route({
    at: "POST /release",
    right: "approve",
    summary: "Everything goes on; of what came due meanwhile only what was chosen.",
    body: chosen,
    answer: released,
    does: async ({ team, body, by }) => {
      const held = await team.needs.releaseAll(body.chosen, by);
      if (held === undefined) throw refuse(409, "Nothing is held.", "There is nothing to do.");
      return { held };
    },
  }),
];
