import { html } from "hono/html";
import type { Card, Media } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { showHand } from "./hand.ts";
import type { Part, Preview } from "./reading.ts";
import { type Html, readHost, showText, writeOut } from "./text.ts";
import { showDue } from "./time.ts";

/** One post as its followers will see it, with what the team wants to know around it. */
export function showPreview(site: Site, preview: Preview): Html {
  const missing = preview.account === null;
  return html`<article class="preview ${missing && "missing"}" id="${preview.id}">
    ${showHead(preview)}
    <div class="said" lang="${preview.language ?? ""}">
      ${preview.title !== null && html`<h4 dir="auto">${preview.title}</h4>`}
      ${preview.parts.filter(({ text }) => text !== "").map((part, at) => showPart(part, at, preview.parts.length))}
      ${preview.media.map(showMedia)} ${preview.card && showCard(preview.card)}
    </div>
    ${showHand(preview)} ${showFoot(site, preview)} ${preview.note !== null && showNote(preview.note)}
  </article>`;
}

function showHead({ channel, label, account, state }: Preview): Html {
  const letter = [...label][0] ?? "";
  return html`<header>
    <span class="monogram tint-${chooseTint(channel)}" aria-hidden="true">${letter.toUpperCase()}</span>
    <span class="network"><b>${label}</b>${account !== null && html`<span>${account}</span>`}</span>
    ${state !== null && html`<span class="state ${state}">${state}</span>`}
  </header>`;
}

/** The same colour for a channel at every time. */
function chooseTint(channel: string): number {
  return [...channel].reduce((sum, letter) => sum * 3 + (letter.codePointAt(0) ?? 0), 0) % 6;
}

const group = new Intl.NumberFormat("en-GB");

function showPart({ text, length, limit }: Part, at: number, parts: number): Html {
  const over = length > limit;
  return html`<div class="part">
    ${showText(text, writeOut)}
    <p class="counter ${over && "over"}">
      ${parts > 1 && html`<span>Part ${at + 1} of ${parts}</span>`}
      <span>${group.format(length)} / ${group.format(limit)}${over && " too long"}</span>
    </p>
  </div>`;
}

function showMedia({ url, alt }: Media): Html {
  return html`<figure>
    <img src="${url}" alt="${alt}" loading="lazy" referrerpolicy="no-referrer" />
    <figcaption>${alt === "" ? "No alternative text" : html`Alt: <span dir="auto">${alt}</span>`}</figcaption>
  </figure>`;
}

function showCard({ url, title, description, image }: Card): Html {
  return html`<div class="card">
    ${image && html`<img src="${image.url}" alt="${image.alt}" loading="lazy" referrerpolicy="no-referrer" />`}
    <div>
      <p class="host">${readHost(url)}</p>
      <p class="name" dir="auto">${title}</p>
      <p class="description" dir="auto">${description}</p>
    </div>
  </div>`;
}

function showFoot(site: Site, { dueAt, reason, id, state }: Preview): Html {
  return html`<footer>
    ${dueAt === null ? html`<span>Not planned</span>` : html`<span>${showDue(dueAt, site)}</span>`}
    ${id !== null && html`<code>${id}</code>`}
    ${reason !== null && html`<p class="reason ${state}">${reason}</p>`}
  </footer>`;
}

function showNote(note: string): Html {
  return html`<details class="note">
    <summary>No account yet: add one like this</summary>
    <pre tabindex="0"><code>${note}</code></pre>
  </details>`;
}
