import { addJoin } from "./join.ts";
import type { House } from "./open.ts";
import { addPeople } from "./people.ts";
import { addSignIn } from "./sign-in.ts";
import { addYou } from "./you.ts";

/** All of the team's pages. */
export function addTeam(house: House): void {
  addSignIn(house);
  addJoin(house);
  addYou(house);
  addPeople(house);
}
