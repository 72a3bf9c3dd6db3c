import type { App } from "../../app.ts";
import type { Team } from "../../web/team/open.ts";
import { admissionOf } from "./admission.ts";
import { agreementOf } from "./agreement.ts";
import { apiOf } from "./api.ts";
import { apiTokensOf } from "./api-tokens.ts";
import { calendarOf } from "./calendar.ts";
import { historyOf } from "./history.ts";
import { needsOf } from "./needs.ts";
import { postsOf } from "./posts.ts";

/** All that the team's pages know and can do. */
export function teamOf(app: App): Team {
  return {
    admission: admissionOf(app),
    calendar: calendarOf(app),
    posts: postsOf(app),
    agreement: agreementOf(app),
    history: historyOf(app),
    needs: needsOf(app),
    apiTokens: apiTokensOf(app),
    api: apiOf(app),
  };
}
