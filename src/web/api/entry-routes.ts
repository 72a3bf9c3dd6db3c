import { none } from "./bodies.ts";
import { doneOr } from "./done.ts";
import { there } from "./problem.ts";
import { route, type Route } from "./route.ts";
import { written } from "./shapes.ts";

const aboutEntry = (action: "release" | "cancel", summary: string): Route =>
  route({
    at: `POST /entries/:id/${action}`,
    right: "approve",
    summary,
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      there(await team.posts.entry(param("id")), "entry");
      return doneOr(await team.needs.decideEntry(param("id"), action, by));
    },
  });

/** Deciding about entries that are held. */
export const entryRoutes: readonly Route[] = [
  aboutEntry("release", "A held entry is news after all."),
  aboutEntry("cancel", "A held entry is no news."),
  route({
    at: "POST /sources/:name/release",
    right: "approve",
    summary: "All that is held of a source is news after all.",
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      return doneOr(there(await team.api.releaseSource(param("name"), by), "source"));
    },
  }),
];
