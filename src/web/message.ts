import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import { findRoot, type Page } from "./shell.ts";
import type { Html } from "./text.ts";
import type { Words } from "./words/words.ts";

/** A page that only says one thing. */
function makeMessage(site: Site, { shell }: Words, title: string, text: string): Page {
  const main = html`<main id="main" class="column">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a href="${findRoot(site)}/">${shell.all}</a></p>
  </main>`;
  return pageOf(site, title, main, "message");
}

/** A page of words alone. */
export const pageOf = (site: Site, title: string, main: Html, kind: Page["kind"]): Page => ({
  title: `${title} · ${site.name}`,
  description: title,
  path: "",
  main,
  images: [],
  image: null,
  kind,
});

export const makeMissing = (site: Site, words: Words): Page =>
  makeMessage(site, words, words.shell.missing, words.shell.missingText);

export const makeWithdrawn = (site: Site, words: Words): Page =>
  makeMessage(site, words, words.shell.withdrawn, words.shell.withdrawnText);

export const makeFailure = (site: Site, words: Words): Page =>
  makeMessage(site, words, words.shell.failure, words.shell.failureText);
