import { html } from "hono/html";
import { open, type House } from "./open.ts";
import { showSettings } from "./origin.ts";
import { showRooms } from "./rooms.ts";

/** `/desk/configuration`: what holds for all, each value with where it comes from. */
export function addConfiguration(house: House): void {
  open(house, "GET /desk/configuration", (visit) => {
    const { channels: said } = visit.words;
    const main = html`${showRooms(visit, "configuration")}
      <p>${said.whole}</p>
      ${showSettings(visit.words, house.configuration())}`;
    return visit.page({ title: said.configuration, main, here: "channels" });
  });
}
