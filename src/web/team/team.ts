import { addApi } from "../api/mount.ts";
import { addCalendar } from "./calendar-page.ts";
import { addDesk } from "./desk.ts";
import { addEntries } from "./entries.ts";
import { addHistory } from "./history-page.ts";
import { addJoin } from "./join.ts";
import type { House } from "./open.ts";
import { addPeople } from "./people.ts";
import { addPostPage } from "./post-page.ts";
import { addReview } from "./review.ts";
import { addSignIn } from "./sign-in.ts";
import { addStop } from "./stop.ts";
import { addYou } from "./you.ts";

/** All of the team's pages. */
export function addTeam(house: House): void {
  addSignIn(house);
  addJoin(house);
  addDesk(house);
  addStop(house);
  addCalendar(house);
  addEntries(house);
  addPostPage(house);
  addReview(house);
  addHistory(house);
  addYou(house);
  addPeople(house);
  addApi(house);
}
