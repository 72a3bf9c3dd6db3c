import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import type { NeedRow } from "./needs.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import { sayLabel } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** Holding everything back, and `/desk/release`, where somebody chooses what still goes out. */
export function addStop(house: House): void {
  const { needs } = house;
  open(house, "POST /desk/hold", async (visit) => {
    const { needs: said } = visit.words;
    const reason = (await visit.form()).get("reason").slice(0, 200) || "…";
    const done = await needs.holdAll(reason, byOf(visit));
    return visit.go("/desk", done ? said.stopDone : said.stopTwice);
  });
  open(house, "GET /desk/release", async (visit) => showRelease(visit, await needs.cameDue()));
  open(house, "POST /desk/release", async (visit) => {
    const chosen = (await visit.form()).all("id");
    const held = await needs.releaseAll(chosen, byOf(visit));
    return visit.go("/desk", visit.words.needs.released(held ?? 0));
  });
}

/** The one button, behind a question, because it stops everybody. */
export function showStop({ words, site }: Visit): Html {
  const { needs: said } = words;
  return html`<details class="note stop">
    <summary>${said.stopTitle}</summary>
    <form class="inside" method="post" action="${findRoot(site)}/desk/hold">
      <p>${said.stopText}</p>
      <label for="reason">${said.stopWhy}</label>
      <input id="reason" name="reason" required maxlength="200" dir="auto" />
      <p><button class="first">${said.stopButton}</button></p>
    </form>
  </details>`;
}

function showRelease(visit: Visit, due: readonly NeedRow[]): Response | Promise<Response> {
  const { needs: said } = visit.words;
  const main = html`<p>${due.length === 0 ? said.releaseNone : said.releaseText}</p>
    <form method="post" action="${findRoot(visit.site)}/desk/release">
      <ul class="rows">
        ${due.map((row) => showChoice(visit, row))}
      </ul>
      <p><button class="first">${said.releaseButton}</button></p>
    </form>`;
  return visit.page({ title: said.releaseTitle, main, here: "desk" });
}

function showChoice(visit: Visit, { id, label, account, step, entryTitle, dueAt }: NeedRow): Html {
  return html`<li>
    <label class="choice">
      <input type="checkbox" name="id" value="${id}" />
      <span
        ><b>${sayLabel(visit.words, label)}</b> <span dir="auto">${account}</span>: ${step},
        <span dir="auto">${entryTitle}</span></span
      >
    </label>
    <span class="quiet">${showDue(dueAt, visit)}</span>
  </li>`;
}
