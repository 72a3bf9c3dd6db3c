import type { Call } from "./route.ts";
import { ofAsk } from "./asks.ts";
import { none, reworded, way } from "./bodies.ts";
import { corrections } from "./correction-shapes.ts";
import { doneOr } from "./done.ts";
import { there } from "./problem.ts";
import { route, type Route } from "./route.ts";
import { written } from "./shapes.ts";

type Named = Pick<Call<unknown, unknown>, "team" | "param">;

/** What went out and is no longer right, and what becomes of what is live. */
export const correctionRoutes: readonly Route[] = [
  route({
    at: "GET /corrections",
    right: "see",
    summary: "What changed after it was posted, word by word, as `carillon corrections --json`.",
    query: ofAsk,
    answer: corrections,
    does: async ({ team, query }) => corrections.parse(await team.api.corrections(query.of)),
  }),
  route({
    at: "POST /posts/:id/correct",
    right: "approve",
    summary: "Answers a correction that is offered for a post that is live.",
    body: way,
    answer: written,
    does: async ({ team, param, body, by }) =>
      doneOr(await team.needs.correct(await postAt({ team, param }), body.by ?? null, by)),
  }),
  route({
    at: "POST /entries/:id/correct",
    right: "approve",
    summary: "Answers all corrections that are offered for an entry's posts.",
    body: way,
    answer: written,
    does: async ({ team, param, body, by }) =>
      doneOr(await team.needs.correct(await entryAt({ team, param }), body.by ?? null, by)),
  }),
  route({
    at: "POST /posts/:id/reword",
    right: "approve",
    summary: "Gives one part of a post that is live other words, where its network allows it.",
    body: reworded,
    answer: written,
    does: async ({ team, param, body, by }) =>
      doneOr(await team.api.reword(await postAt({ team, param }), body.text, by)),
  }),
  route({
    at: "POST /posts/:id/taken-down",
    right: "approve",
    summary: "Somebody took a post down on its network: only writes that down.",
    body: none,
    answer: written,
    does: async ({ team, param, by }) => doneOr(await team.api.takenDown(await postAt({ team, param }), by)),
  }),
  route({
    at: "POST /entries/:id/retract",
    right: "approve",
    summary:
      "Takes all posts of an entry back: those that wait are cancelled, the live ones go where networks allow it.",
    body: none,
    answer: written,
    does: async ({ team, param, by }) =>
      doneOr(await team.api.retractEntry(await entryAt({ team, param }), by)),
  }),
];

async function postAt({ team, param }: Named): Promise<string> {
  there(await team.posts.post(param("id")), "post");
  return param("id");
}

async function entryAt({ team, param }: Named): Promise<string> {
  there(await team.posts.entry(param("id")), "entry");
  return param("id");
}
