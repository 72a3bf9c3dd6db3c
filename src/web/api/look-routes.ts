import { present } from "../../model/present.ts";
import { lookBack } from "../team/look-back.ts";
import { deliveryAsk, few, historyAsk, page, previewAsk } from "./asks.ts";
import { decisions, entries, entry, history, post } from "./post-shapes.ts";
import { there } from "./problem.ts";
import { route, type Route } from "./route.ts";
import { template } from "./remark-shapes.ts";
import { deliveries, previews } from "./shapes.ts";
import { holding, needs, status } from "./status-shapes.ts";

/** All that can be looked at. */
export const lookRoutes: readonly Route[] = [
  route({
    at: "GET /status",
    right: "see",
    summary: "What somebody should know now, as `carillon status --json`.",
    answer: status,
    does: async ({ team }) => status.parse(await team.api.status()),
  }),
  route({
    at: "GET /needs",
    right: "see",
    summary: "What waits for somebody, and what goes out next.",
    answer: needs,
    does: ({ team }) => team.needs.all(),
  }),
  route({
    at: "GET /entries",
    right: "see",
    summary: "The entries of the sources, a page of them.",
    query: page,
    answer: entries,
    does: async ({ team, query }) => [...(await team.posts.entries(query.below ?? null))],
  }),
  route({
    at: "GET /entries/:id",
    right: "see",
    summary: "One entry with all its posts.",
    answer: entry,
    does: async ({ team, param }) => there(await team.posts.entry(param("id")), "entry"),
  }),
  route({
    at: "GET /posts/:id",
    right: "see",
    summary: "One post as it will be, by the id of any of its parts.",
    answer: post,
    does: async ({ team, param }) => there(await team.posts.post(param("id")), "post"),
  }),
  route({
    at: "GET /posts/:id/template",
    right: "see",
    summary: "The template that a post is made by, and what it makes of the entry now.",
    answer: template,
    does: async ({ team, param }) => there(await team.posts.template(param("id")), "post with a template"),
  }),
  route({
    at: "GET /deliveries",
    right: "see",
    summary: "What was sent where and what is planned, as `carillon log --json`.",
    query: deliveryAsk,
    answer: deliveries,
    does: async ({ team, query }) => [...(await team.api.deliveries(query))],
  }),
  route({
    at: "GET /history",
    right: "see",
    summary: "What was, to be looked through, a page of it.",
    query: historyAsk,
    answer: history,
    leadsOn: true,
    does: async ({ team, query: { limit, ...asked }, goOn }) => {
      const { rows, next } = await lookBack(team.history, present(asked), limit);
      if (next !== undefined) goOn(next);
      return [...rows];
    },
  }),
  route({
    at: "GET /decisions",
    right: "see",
    summary: "Who decided what.",
    query: few,
    answer: decisions,
    does: async ({ team, query }) => [...(await team.history.decisions(query.limit))],
  }),
  route({
    at: "GET /preview",
    right: "see",
    summary: "What the campaigns would make of an entry now, as `carillon preview --json`; sends nothing.",
    query: previewAsk,
    answer: previews,
    does: async ({ team, query }) => {
      return [...there(await team.api.preview(query.entry, query.account ?? null), "entry")];
    },
  }),
  route({
    at: "GET /hold",
    right: "see",
    summary: "Whether everything is held, and what has come due meanwhile.",
    answer: holding,
    does: async ({ team }) =>
      holding.parse({ stop: await team.needs.stop(), cameDue: await team.needs.cameDue() }),
  }),
];
