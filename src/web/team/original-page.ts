import { html, raw } from "hono/html";
import { findRoot } from "../shell.ts";
import { type Html, readLink } from "../text.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import type { Original } from "./original.ts";
import { showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** `/desk/entries/ID/source`: what an entry says where it came from. */
export function addOriginal(house: House): void {
  open(house, "GET /desk/entries/:id/source", async (visit) => {
    const { missing, missingText } = visit.words.shell;
    const found = await house.originals.show(visit.param("id"));
    if (found === undefined) return showMessage(visit, missing, missingText, 404);
    return visit.c.req.header("hx-request") ? visit.piece(showInside(visit, found)) : showPage(visit, found);
  });
}

/** On an entry's page: it is read when somebody asks. */
export function showOriginalLink({ words, site }: Visit, entry: string): Html {
  const path = `${findRoot(site)}/desk/entries/${entry}/source`;
  return html`<div id="original">
    <p><a href="${path}" data-hx-get="${path}" data-hx-target="#original">${words.original.show}</a></p>
  </div>`;
}

/** In the place of the link, to be closed and opened. */
function showInside(visit: Visit, found: Original): Html {
  return html`<details class="note" open>
    <summary autofocus>${visit.words.original.title}</summary>
    <div class="inside">${showFound(visit, found)}</div>
  </details>`;
}

function showPage(visit: Visit, found: Original): Response | Promise<Response> {
  const { original: said } = visit.words;
  const main = html`<p><a href="${findRoot(visit.site)}/desk/entries/${found.id}">${said.back}</a></p>
    <h2>${said.title}</h2>
    ${showFound(visit, found)}`;
  return visit.page({ title: found.title, main, here: "entries" });
}

function showFound({ words }: Visit, { found, url, source, language }: Original): Html {
  const { original: said } = words;
  const address = readLink(url);
  const link = address && html` <a href="${address}" rel="noopener noreferrer">${said.page}</a>`;
  if (found === "gone" || found === "later") return html`<p>${said[found]}${link}</p>`;
  if ("reason" in found) return html`<p>${said.failed} ${showSentence(words, found.reason)}${link}</p>`;
  if (found.html.trim() === "") return html`<p>${said.empty}${link}</p>`;
  // Markup that was made safe where it was read; nowhere else does another's markup reach a page.
  return html`<p class="quiet">${said.text(source)}${link}</p>
    <div class="quoted" role="region" aria-label="${said.frame}" tabindex="0">
      <blockquote dir="auto" lang="${language ?? ""}">${raw(found.html)}</blockquote>
    </div>
    ${found.cut && html`<p class="quiet">${said.cut}</p>`}`;
}
