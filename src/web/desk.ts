import { html } from "hono/html";
import { needsPerson } from "../model/delivery.ts";
import type { Site } from "../model/site.ts";
import { showPreview } from "./preview.ts";
import type { Health, Preview } from "./reading.ts";
import type { Page } from "./shell.ts";
import { type Html, readLink } from "./text.ts";

/** `/desk`: what needs a person, and every post as it will be. */
export function makeDesk(site: Site, previews: readonly Preview[], health: Health): Page {
  const entries = Object.values(Object.groupBy(previews, (one) => one.entryId));
  return {
    title: `Desk · ${site.name}`,
    description: "",
    path: "/desk",
    main: html`<main id="main" class="wide">
      <h1>Desk</h1>
      ${showHealth(previews, health)}
      ${entries.length === 0 ? showNothing() : entries.map((group) => group && showEntry(site, group))}
    </main>`,
    images: previews.flatMap(listImages),
    image: null,
    kind: "team",
  };
}

function showHealth(previews: readonly Preview[], { problems }: Health): Html {
  const waiting = previews.filter((one) => one.state !== null && needsPerson.includes(one.state));
  if (problems.length + waiting.length === 0)
    return html`<p class="well">All is well: nothing waits for a person.</p>`;
  return html`<section class="waiting" aria-labelledby="waiting">
    <h2 id="waiting">Needs a person</h2>
    <ul>
      ${problems.map((problem) => html`<li>${problem}</li>`)} ${waiting.map(showWaiting)}
    </ul>
  </section>`;
}

function showWaiting({ id, label, account, entryTitle, state, reason }: Preview): Html {
  return html`<li>
    <a href="#${id}">${label}${account !== null && html` (${account})`}</a>, ${state}:
    ${reason ?? html`<span dir="auto">${entryTitle}</span>`}
  </li>`;
}

function showNothing(): Html {
  return html`<div class="nothing">
    <h2>Nothing is composed yet</h2>
    <p>As soon as a source has a new entry, every post about it stands here as it will look.</p>
  </div>`;
}

function showEntry(site: Site, previews: readonly Preview[]): Html {
  const [first] = previews;
  if (first === undefined) return html``;
  const steps = Object.entries(Object.groupBy(previews, (one) => one.step));
  return html`<section class="announced">
    <h2><a href="${readLink(first.entryUrl)}" rel="noopener" dir="auto">${first.entryTitle}</a></h2>
    ${steps.map(([step, group = []]) => showStep(site, step, group))}
  </section>`;
}

function showStep(site: Site, step: string, previews: readonly Preview[]): Html {
  return html`<h3>${step}</h3>
    <div class="previews">${previews.map((preview) => showPreview(site, preview))}</div>`;
}

function listImages({ card, media }: Preview): string[] {
  return [...media.map((one) => one.url), ...(card?.image ? [card.image.url] : [])];
}
