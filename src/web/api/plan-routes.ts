import { present } from "../../model/present.ts";
import { calendarAsk, placesAsk, simulateAsk } from "./asks.ts";
import { none, simulateWish } from "./bodies.ts";
import { days, simulation, simulationLinks, changes } from "./plan-shapes.ts";
import { places } from "./place-shapes.ts";
import { refuse, there, type ApiProblem } from "./problem.ts";
import { link } from "./remark-shapes.ts";
import { route, type Route } from "./route.ts";
import { written } from "./shapes.ts";

/** What is planned, by day and as it would come. */
export const planRoutes: readonly Route[] = [
  route({
    at: "GET /calendar",
    right: "see",
    summary: "The posts by day, on the site's wall clock; from today on for thirty days, unless it is said.",
    query: calendarAsk,
    answer: days,
    does: async ({ team, query: { from = team.calendar.today(), to = after(from), ...only } }) => {
      if (to < from || to > after(from, mostDays)) throw wrong.length;
      return [...(await team.calendar.days(from, to, present(only)))];
    },
  }),
  route({
    at: "GET /posts/:id/places",
    right: "write",
    summary: "What stands against giving a post another time: quiet hours, other posts, full days.",
    query: placesAsk,
    answer: places,
    does: async ({ team, param, query: { from = team.calendar.today(), to = after(from) } }) => {
      if (to < from || to > after(from, mostPlaces)) throw wrong.length;
      return [...there(await team.calendar.places(param("id"), from, to), "post")];
    },
  }),
  route({
    at: "GET /simulate",
    right: "see",
    summary: "What would go out when, as `carillon simulate --json`, with what cannot come; sends nothing.",
    query: simulateAsk,
    answer: simulation,
    does: async ({ team, query }) => {
      const answer = await team.simulate.run(present(query));
      if ("wrong" in answer) throw wrong[answer.wrong];
      return answer.simulation;
    },
  }),
  route({
    at: "GET /simulate/difference",
    right: "see",
    summary: "What the next planning would change, as `carillon simulate --difference --json`.",
    answer: changes,
    does: async ({ team }) => [...(await team.simulate.changes())],
  }),
  route({
    at: "GET /simulate/links",
    right: "write",
    summary: "Links that show a simulation to whoever has them.",
    answer: simulationLinks,
    does: async ({ team }) => [...(await team.simulate.links())],
  }),
  route({
    at: "POST /simulate/links",
    right: "write",
    summary: "Makes a link that shows a simulation, as it is now, to whoever has it, for a week.",
    body: simulateWish,
    answer: link,
    tellsOnce: true,
    does: async ({ team, site, body, by }) => {
      const shared = await team.simulate.share(present(body), by);
      if ("wrong" in shared) throw wrong[shared.wrong];
      return { link: `${site.url}/simulated/${shared.secret}` };
    },
  }),
  route({
    at: "POST /simulate/links/:id/end",
    right: "write",
    summary: "Ends such a link.",
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      await team.simulate.endLink(param("id"), by);
      return { done: true, lines: ["The link shows nothing any more."] };
    },
  }),
];

const [usualDays, mostDays, mostPlaces] = [30, 366, 60];

const after = (day: string, many = usualDays): string =>
  new Date(Date.parse(day) + many * 86_400_000).toISOString().slice(0, 10);

const wrong: Readonly<Record<"time" | "order" | "length", ApiProblem>> = {
  time: refuse(422, "`from` or `to` is no time.", "Write 2026-12-24, or 2026-12-24 10:00."),
  order: refuse(422, "`to` is before `from`.", "Give a later day to end with."),
  length: refuse(422, "The days are too many, or end before they begin.", "Ask for less at a time."),
};
