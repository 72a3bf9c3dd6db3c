import { decisionRoutes } from "./decision-routes.ts";
import { lookRoutes } from "./look-routes.ts";
import type { Route } from "./route.ts";
import { writingRoutes } from "./writing-routes.ts";

/** The one table of the API: what is not here does not exist. */
export const routes: readonly Route[] = [...lookRoutes, ...writingRoutes, ...decisionRoutes];
