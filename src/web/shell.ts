import { html } from "hono/html";
import type { Image } from "../model/entry.ts";
import type { Site } from "../model/site.ts";
import { bell, styleName } from "./assets.ts";
import type { Html } from "./text.ts";
import { en, type Words } from "./words/words.ts";

/** One page, before it is dressed. */
export interface Page {
  readonly title: string;
  /** One sentence, for search results and link previews. */
  readonly description: string;
  /** Within the site: `/e/ID`. */
  readonly path: string;
  readonly main: Html;
  /** Addresses of all images that it shows. */
  readonly images: readonly string[];
  /** For link previews. */
  readonly image: Image | null;
  readonly kind: "feed" | "article" | "team" | "message";
}

/** The path that the site's address ends with: nothing, or `/social`. */
export function findRoot(site: Site): string {
  return new URL(site.url).pathname.replace(/\/$/u, "");
}

/** The whole document. */
export function dress(site: Site, page: Page, { code, shell: said }: Words = en): Html {
  const root = findRoot(site);
  return html`<!doctype html>
    <html lang="${code}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title}</title>
        ${describe(site, page)}
        <link rel="stylesheet" href="${root}/${styleName}" />
        <link rel="icon" type="image/svg+xml" href="${root}/favicon.svg" />
        <link rel="alternate" type="application/atom+xml" title="${site.name}" href="${root}/feed.atom" />
      </head>
      <body class="${page.kind}">
        <a class="skip" href="#main">${said.skip}</a>
        <header class="masthead">
          <a class="home" href="${root}/">${bell}<span dir="auto">${site.name}</span></a>
          <a class="quiet" href="${root}/feed.atom">${said.feed}</a>
        </header>
        ${page.main}
        <footer class="colophon">
          <p>${said.colophon} <a href="${root}/feed.atom">${said.follow}</a></p>
        </footer>
      </body>
    </html> `;
}

/** What search engines and link previews read. Pages of the team and messages are not for them. */
function describe(site: Site, page: Page): Html {
  if (page.kind === "team" || page.kind === "message") return html`<meta name="robots" content="noindex" />`;
  const address = `${site.url}${page.path}`;
  return html`<meta name="description" content="${page.description}" />
    <link rel="canonical" href="${address}" />
    <meta property="og:type" content="${page.kind === "article" ? "article" : "website"}" />
    <meta property="og:site_name" content="${site.name}" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    <meta property="og:url" content="${address}" />
    ${page.image && describeImage(page.image)}`;
}

function describeImage(image: Image): Html {
  return html`<meta property="og:image" content="${image.url}" />
    <meta property="og:image:alt" content="${image.alt}" />`;
}
