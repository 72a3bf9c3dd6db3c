import { correctionRoutes } from "./correction-routes.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { entryRoutes } from "./entry-routes.ts";
import { lookRoutes } from "./look-routes.ts";
import { pictureRoutes } from "./picture-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { remarkRoutes } from "./remark-routes.ts";
import { resultRoutes } from "./result-routes.ts";
import type { Route } from "./route.ts";
import { setUpRoutes } from "./set-up-routes.ts";
import { writingRoutes } from "./writing-routes.ts";

/** The one table of the API: what is not here does not exist. */
export const routes: readonly Route[] = [
  ...lookRoutes,
  ...planRoutes,
  ...resultRoutes,
  ...setUpRoutes,
  ...writingRoutes,
  ...pictureRoutes,
  ...remarkRoutes,
  ...entryRoutes,
  ...decisionRoutes,
  ...correctionRoutes,
];
