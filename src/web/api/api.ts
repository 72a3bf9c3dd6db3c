import { type Context, Hono } from "hono";
import type { Team } from "../team/open.ts";
import type { Site } from "../../model/site.ts";
import { answerOnce } from "./answer-once.ts";
import { callerOf, insistOn } from "./caller.ts";
import { describeApi } from "./document.ts";
import { ApiProblem, refuse, writeProblem } from "./problem.ts";
import { readAsk } from "./reading.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";
import { guesses, makeThrottle, usual } from "./throttle.ts";

interface Place extends Team {
  readonly site: Site;
  readonly report: (error: Error) => void;
}

/** The API of the table of routes. */
export function makeApi(team: Place): Hono {
  const api = new Hono().basePath("/api");
  const serve = serverOf(team);
  const document = JSON.stringify(describeApi(team.site, routes));
  api.get("/", (c) => c.redirect(`${new URL(c.req.url).pathname.replace(/\/$/, "")}/openapi.json`, 302));
  api.get("/openapi.json", (c) => c.body(document, 200, { "Content-Type": "application/json" }));
  for (const route of routes) api.on(route.method, route.path, (c) => serve(c, route));
  for (const path of ["/", "/openapi.json"]) api.all(path, () => writeProblem(otherWay(["GET"])));
  for (const [path, some] of Map.groupBy(routes, (route) => route.path))
    api.all(path, () => writeProblem(otherWay(some.map(({ method }) => method))));
  api.notFound(() => writeProblem(nowhere));
  api.onError((error) => {
    if (error instanceof ApiProblem) return writeProblem(error);
    team.report(error);
    return writeProblem(unforeseen);
  });
  return api;
}

const nowhere = refuse(
  404,
  "There is nothing at this address.",
  "GET /api/openapi.json lists all that there is.",
);
const unforeseen = refuse(
  500,
  "Something went wrong that Carillon did not foresee.",
  "Try again; if it stays, look at what the service says, and please report it.",
);

function otherWay(ways: readonly Route["method"][]): ApiProblem {
  const methods = ways.flatMap((way) => (way === "GET" ? ["GET", "HEAD"] : [way])).join(", ");
  return refuse(405, "This address is not asked that way.", `Ask with ${methods}.`, {
    headers: { Allow: methods },
  });
}

function serverOf(team: Place): (c: Context, route: Route) => Promise<Response> {
  const throttles = { usual: makeThrottle(usual), guesses: makeThrottle(guesses) };
  return async (c, route) => {
    const caller = await callerOf(team, c, throttles);
    insistOn(caller, route);
    const { query, body, digest } = await readAsk(c, route);
    const more: Record<string, string> = {};
    const call = {
      team,
      site: team.site,
      query,
      body,
      by: caller.person,
      param: (name: string) => c.req.param(name) ?? "",
      goOn: (below: string) => void (more.Link = linkTo(c, below)),
    };
    const does = async (): Promise<string> => JSON.stringify(route.answer.parse(await route.does(call)));
    const key = route.method === "POST" ? c.req.header("idempotency-key") : undefined;
    if (key === undefined) return written(200, await does(), more);
    const asking = { caller: caller.id, key, digest };
    const { status, body: text, again } = await answerOnce(team.api.once, asking, does, route.tellsOnce);
    return written(status, text, again ? { "Idempotent-Replayed": "true" } : {});
  };
}

/** The same question from below one post on (RFC 8288); relative, so that it holds behind any prefix. */
function linkTo(c: Context, below: string): string {
  const query = new URLSearchParams({ ...c.req.query(), below });
  return `<?${query.toString()}>; rel="next"`;
}

function written(status: number, body: string, more: Readonly<Record<string, string>> = {}): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return new Response(body, {
    status,
    headers: { "Content-Type": type, "Cache-Control": "no-store", ...more },
  });
}
