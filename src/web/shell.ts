import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import { bell, styleName } from "./assets.ts";
import { describe } from "./head.ts";
import type { Picture } from "./published.ts";
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
  readonly image: Picture | null;
  readonly kind: "feed" | "list" | "article" | "team" | "message";
  /** Of what it is about, ISO 8601. */
  readonly times?: { readonly published: string | null; readonly modified: string | null };
  /** Of what it is about, BCP 47; empty where nobody knows. */
  readonly language?: string;
  /** The same in other languages. */
  readonly others?: readonly Other[];
}

/** What a page is about, in another language. */
export interface Other {
  readonly language: string;
  readonly url: string;
  /** A page of this site. */
  readonly own: boolean;
}

/** The path that the site's address ends with: nothing, or `/social`. */
export function findRoot(site: Site): string {
  return new URL(site.url).pathname.replace(/\/$/u, "");
}

/** The whole document. */
export function dress(
  site: Site,
  page: Page,
  { code, shell: said, publicly }: Words = en,
  previewTags: Readonly<Record<string, string>> = {},
): Html {
  const root = findRoot(site);
  return html`<!doctype html>
    <html lang="${code}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${nameTab(site, page)}</title>
        ${describe(site, page, code, previewTags)}
        <link rel="stylesheet" href="${root}/${styleName}" />
        <link rel="icon" type="image/svg+xml" href="${root}/favicon.svg" />
        <link rel="alternate" type="application/atom+xml" title="${site.name}" href="${root}/feed.atom" />
      </head>
      <body class="${page.kind}">
        <a class="skip" href="#main">${said.skip}</a>
        <header class="masthead">
          <a class="home" href="${root}/">${bell}<span dir="auto">${site.name}</span></a>
          <nav class="ways-in" aria-label="${publicly.ways}">
            <a class="quiet" href="${root}/archive">${publicly.archive}</a>
            <a class="quiet" href="${root}/feed.atom">${said.feed}</a>
          </nav>
        </header>
        ${page.main}
        <footer class="colophon">
          <p>${said.colophon} <a href="${root}/feed.atom">${said.follow}</a></p>
        </footer>
      </body>
    </html> `;
}

/** Link previews say the site's name beside the title, tabs do not. */
function nameTab(site: Site, { title }: Page): string {
  return title.endsWith(site.name) ? title : `${title} · ${site.name}`;
}
