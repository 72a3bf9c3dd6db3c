import type { App } from "../../app.ts";
import type { Results } from "../../web/team/results.ts";
import { monthResults } from "../results/month.ts";
import { overviewOf, resultOf, toldOf } from "../results/overview.ts";
import { threadOf } from "./thread.ts";

/** What posts came to, as the team's pages show it. */
export function resultsOf(app: App): Results {
  return {
    overview: (ask) => overviewOf(app, ask),
    entry: (id) => resultOf(app, id),
    post: async (id) => {
      const thread = await threadOf(app, id);
      return thread
        ? toldOf(
            app,
            thread.parts.map((part) => part.id),
          )
        : null;
    },
    month: (month) => monthResults(app, month),
  };
}
