import { resultAsk } from "./asks.ts";
import { there } from "./problem.ts";
import { issue, month, overview, told } from "./result-shapes.ts";
import { route, type Route } from "./route.ts";

/** What posts came to. */
export const resultRoutes: readonly Route[] = [
  route({
    at: "GET /results",
    right: "see",
    summary: "What the newest issues came to, a page of them.",
    query: resultAsk,
    answer: overview,
    does: ({ team, query }) => team.results.overview(query),
  }),
  route({
    at: "GET /results/:month",
    right: "see",
    summary: "A calendar month's report, such as 2026-11.",
    answer: month,
    does: async ({ team, param }) => there(await team.results.month(param("month")), "month with results"),
  }),
  route({
    at: "GET /entries/:id/results",
    right: "see",
    summary: "What all posts of an entry came to.",
    answer: issue,
    does: async ({ team, param }) => there(await team.results.entry(param("id")), "entry with results"),
  }),
  route({
    at: "GET /posts/:id/results",
    right: "see",
    summary: "What a post came to, its parts together.",
    answer: told,
    does: async ({ team, param }) => there(await team.results.post(param("id")), "post with results"),
  }),
];
