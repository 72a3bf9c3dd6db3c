import { addApi } from "../api/mount.ts";
import { addCalendar } from "./calendar-page.ts";
import { addCampaigns } from "./campaigns-page.ts";
import { addChannel } from "./channel-page.ts";
import { addChannels } from "./channels-page.ts";
import { addConfiguration } from "./configuration-page.ts";
import { addDesk } from "./desk.ts";
import { addEntries } from "./entries.ts";
import { addHistory } from "./history-page.ts";
import { addJoin } from "./join.ts";
import type { House } from "./open.ts";
import { addOriginal } from "./original-page.ts";
import { addPeople } from "./people.ts";
import { addPostPage } from "./post-page.ts";
import { addResults } from "./results-page.ts";
import { addProvider } from "./provider-page.ts";
import { addReview } from "./review.ts";
import { addSources } from "./sources-page.ts";
import { addSimulate } from "./simulate-page.ts";
import { addSignIn } from "./sign-in.ts";
import { addStop } from "./stop.ts";
import { addTokens } from "./tokens.ts";
import { addYou } from "./you.ts";

/** All of the team's pages. */
export function addTeam(house: House): void {
  addSignIn(house);
  addProvider(house);
  addJoin(house);
  addDesk(house);
  addStop(house);
  addCalendar(house);
  addSimulate(house);
  addEntries(house);
  addOriginal(house);
  addPostPage(house);
  addReview(house);
  addHistory(house);
  addResults(house);
  addChannels(house);
  addChannel(house);
  addSources(house);
  addCampaigns(house);
  addConfiguration(house);
  addYou(house);
  addPeople(house);
  addTokens(house);
  addApi(house);
}
