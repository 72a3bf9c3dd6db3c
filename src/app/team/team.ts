import type { App } from "../../app.ts";
import type { Team } from "../../web/team/open.ts";
import { admissionOf } from "./admission.ts";
import { agreementOf } from "./agreement.ts";
import { apiOf } from "./api.ts";
import { apiTokensOf } from "./api-tokens.ts";
import { calendarOf } from "./calendar.ts";
import { campaignsOf } from "./campaigns.ts";
import { channelsOf } from "./channels.ts";
import { wholeOf } from "./configuration.ts";
import { avatarsOf } from "./avatars.ts";
import { historyOf } from "./history.ts";
import { needsOf } from "./needs.ts";
import { picturesOf } from "./pictures.ts";
import { originalsOf } from "./original.ts";
import { postsOf } from "./posts.ts";
import { providerOf } from "./provider.ts";
import { receiversOf } from "./receivers.ts";
import { resultsOf } from "./results.ts";
import { sentencesOf } from "./sentences.ts";
import { simulateOf } from "./simulate.ts";
import { sourcesOf } from "./sources.ts";

/** All that the team's pages know and can do. */
export function teamOf(app: App): Team {
  return {
    admission: admissionOf(app),
    provider: providerOf(app),
    calendar: calendarOf(app),
    simulate: simulateOf(app),
    posts: postsOf(app),
    originals: originalsOf(app),
    pictures: picturesOf(app),
    avatars: avatarsOf(app),
    agreement: agreementOf(app),
    history: historyOf(app),
    needs: needsOf(app),
    results: resultsOf(app),
    channels: channelsOf(app),
    sources: sourcesOf(app),
    campaigns: campaignsOf(app),
    configuration: wholeOf(app),
    receivers: receiversOf(app),
    apiTokens: apiTokensOf(app),
    api: apiOf(app),
    now: app.now,
    sentences: sentencesOf(app),
  };
}
