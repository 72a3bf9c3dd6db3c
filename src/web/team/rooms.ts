import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Visit } from "./visit.ts";

const rooms = ["channels", "sources", "campaigns", "configuration"] as const;

/** The way between the pages about how everything is set up. */
export function showRooms({ words, site }: Visit, here: (typeof rooms)[number]): Html {
  const { channels: said, shell } = words;
  const names = { ...shell, configuration: said.configuration };
  return html`<nav class="rooms" aria-label="${said.places}">
    <ul>
      ${rooms.map(
        (room) =>
          html`<li>
            <a href="${findRoot(site)}/desk/${room}" ${room === here && html`aria-current="page"`}
              >${names[room]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
