import type { Context } from "hono";
import type { Env } from "../policy.ts";
import type { House } from "../team/open.ts";

/** `/api`: loaded when somebody first asks for it, since checking what programs say takes a library that pages do without. */
export function addApi(house: House): void {
  let loading: Promise<{ fetch(request: Request, env: object): Response | Promise<Response> }> | undefined;
  const api = () => (loading ??= import("./api.ts").then(({ makeApi }) => makeApi(house)));
  const serve = async (c: Context<Env>): Promise<Response> => (await api()).fetch(c.req.raw, c.env ?? {});
  house.app.all("/api", serve);
  house.app.all("/api/*", serve);
}
