import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import { findRoot, type Page } from "./shell.ts";
import type { Html } from "./text.ts";

/** A page that only says one thing. */
function makeMessage(site: Site, title: string, text: Html): Page {
  const main = html`<main id="main" class="column">
    <h1>${title}</h1>
    ${text}
    <p><a href="${findRoot(site)}/">All announcements</a></p>
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

export function makeMissing(site: Site): Page {
  return makeMessage(
    site,
    "There is nothing here",
    html`<p>The address may be mistyped, or the page is gone.</p>`,
  );
}

export function makeWithdrawn(site: Site): Page {
  return makeMessage(site, "This post was withdrawn", html`<p>It is no longer shown.</p>`);
}

export function makeFailure(site: Site): Page {
  const text = html`<p>The page could not be made. It is not your fault; please try again in a minute.</p>`;
  return makeMessage(site, "Something went wrong here", text);
}
