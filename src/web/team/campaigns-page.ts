import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import { showBroken } from "./broken.ts";
import type { CampaignRow, StepRow } from "./campaigns.ts";
import { open, type House } from "./open.ts";
import { showSettings } from "./origin.ts";
import { showRooms } from "./rooms.ts";
import { describeRules, describeStep } from "./step-words.ts";
import { showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** `/desk/campaigns`: what is said when, in plain words. */
export function addCampaigns(house: House): void {
  open(house, "GET /desk/campaigns", async (visit) => {
    const { rows, broken } = await house.campaigns.all();
    const { campaigns: said } = visit.words;
    const main = html`${showRooms(visit, "campaigns")}
      <p>${rows.length === 0 ? said.none : said.text}</p>
      ${rows.map((row) => showCampaign(visit, row))}
      ${broken.length > 0 && showBroken(visit.words, broken, said.broken, said.brokenText)}`;
    return visit.page({ title: said.title, main, here: "channels" });
  });
}

function showCampaign(visit: Visit, { campaign, steps, problems, next, configuration }: CampaignRow): Html {
  const { words } = visit;
  const { campaigns: said, channels } = words;
  return html`<section class="campaign" id="${campaign.name}">
    <h2 dir="auto">${campaign.name}</h2>
    ${
      problems.length > 0 &&
      html`<div class="problem">
        <p><b>${said.problems}</b></p>
        ${problems.map(({ step, text }) => html`<p>${step !== null && html`<b dir="auto">${step}</b>: `}${showSentence(words, text)}</p>`)}
      </div>`
    }
    <p>${said.when(campaign.source)}</p>
    <ol class="plan">
      ${steps.map((one) => showStep(visit, one))}
    </ol>
    ${describeRules(words, campaign).map((text) => html`<p>${text}</p>`)}
    <h3>${said.next}</h3>
    ${next.length === 0 ? html`<p class="quiet">${said.nextNone}</p>` : showNext(visit, next)}
    <details class="note">
      <summary>${channels.settings}</summary>
      <div class="inside">${showSettings(words, configuration)}</div>
    </details>
  </section>`;
}

function showStep({ words }: Visit, { step, templates }: StepRow): Html {
  const { campaigns: said } = words;
  return html`<li>
    <p><b>${step.name}</b> ${said.to(step.to)}: ${describeStep(words, step)}</p>
    ${
      templates.length > 0 &&
      html`<p class="quiet">
        ${said.templates}:
        ${templates.map(
          ({ name, accounts }, at) =>
            html`${at > 0 && "; "}<code>${name}</code>${templates.length > 1 && html` ${said.templateFor(accounts)}`}`,
        )}
      </p>`
    }
  </li>`;
}

function showNext(visit: Visit, next: CampaignRow["next"]): Html {
  return html`<ul class="rows">
    ${next.map(
      ({ id, account, step, dueAt, entryTitle }) =>
        html`<li>
          <span>${showDue(dueAt, visit)}</span>
          <a href="${findRoot(visit.site)}/desk/posts/${id}"><span dir="auto">${account}</span>: ${step}</a>
          <span class="quiet" dir="auto">${entryTitle}</span>
        </li>`,
    )}
  </ul>`;
}
