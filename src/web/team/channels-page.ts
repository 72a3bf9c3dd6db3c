import { html } from "hono/html";
import type { Html } from "../text.ts";
import { showBroken } from "./broken.ts";
import { showChannel } from "./channel-card.ts";
import { healths, type ChannelsView } from "./channels.ts";
import { open, type House } from "./open.ts";
import { showRooms } from "./rooms.ts";
import type { Visit } from "./visit.ts";

/** `/desk/channels`: the accounts and how they are. */
export function addChannels(house: House): void {
  open(house, "GET /desk/channels", async (visit) => {
    const view = await house.channels.all();
    const { channels: said } = visit.words;
    const main = html`${showRooms(visit, "channels")}
      <p>${said.text}</p>
      ${view.rows.length === 0 ? html`<p class="quiet">${said.none}</p>` : showAll(visit, view)}
      ${view.broken.length > 0 && showBroken(visit.words, view.broken, said.broken, said.brokenText)}`;
    return visit.page({ title: said.title, main, here: "channels", wide: true });
  });
}

/** What needs somebody comes first; of the rest, as the configuration has them. */
function showAll(visit: Visit, { rows, span }: ChannelsView): Html {
  const urgent = rows.toSorted((a, b) => urgencyOf(a.health) - urgencyOf(b.health));
  return html`<p class="quiet">${visit.words.channels.legend}</p>
    <ul class="needs channels">
      ${urgent.map((row) => showChannel(visit, row, span))}
    </ul>`;
}

const calm = healths.indexOf("hand");
const urgencyOf = (health: (typeof healths)[number]): number => Math.min(healths.indexOf(health), calm);
