import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import { findRoot, type Page } from "./shell.ts";
import type { Words } from "./words/words.ts";

/** A page that only says one thing. */
function makeMessage(site: Site, { shell }: Words, title: string, text: string): Page {
  const main = html`<main id="main" class="column">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a href="${findRoot(site)}/">${shell.all}</a></p>
  </main>`;
  return {
    title: `${title} · ${site.name}`,
    description: title,
    path: "",
    main,
    images: [],
    image: null,
    kind: "message",
  };
}

export const makeMissing = (site: Site, words: Words): Page =>
  makeMessage(site, words, words.shell.missing, words.shell.missingText);

export const makeWithdrawn = (site: Site, words: Words): Page =>
  makeMessage(site, words, words.shell.withdrawn, words.shell.withdrawnText);

export const makeFailure = (site: Site, words: Words): Page =>
  makeMessage(site, words, words.shell.failure, words.shell.failureText);
