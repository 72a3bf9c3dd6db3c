import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import type { Picture } from "./published.ts";
import type { Other, Page } from "./shell.ts";
import { type Html, readLink } from "./text.ts";

/** What search engines and link previews read (Open Graph). Pages of the team and messages are not for them. */
export function describe(
  site: Site,
  page: Page,
  code: string,
  previewTags: Readonly<Record<string, string>>,
): Html {
  if (page.kind === "team" || page.kind === "message") return html`<meta name="robots" content="noindex" />`;
  const address = `${site.url}${page.path}`;
  return html`<meta name="description" content="${page.description}" />
    <link rel="canonical" href="${address}" />
    ${(page.others ?? []).filter(({ own }) => own).length > 0 && showLanguages(address, page)}
    <meta property="og:type" content="${page.kind === "article" ? "article" : "website"}" />
    <meta property="og:site_name" content="${site.name}" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:locale" content="${localeOf(page.language || code)}" />
    ${describeTimes(page)} ${describeImage(page.image, previewTags)}`;
}

/** As link previews want it, with a land: `pt_BR`. Where the language says none, where most people speak it. */
function localeOf(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region === undefined ? language : `${language}_${region}`;
  } catch {
    return "en_GB";
  }
}

/** Only pages of our own: each of them names all the others. */
function showLanguages(address: string, { language, others }: Page): Html {
  const all = [{ language: language ?? "", url: address, own: true }, ...(others ?? [])];
  return html`${all.filter(({ own, language: tag }) => own && tag !== "").map(showLanguage)}`;
}

function showLanguage({ language, url }: Other): Html {
  return html`<link rel="alternate" hreflang="${language}" href="${url}" /> `;
}

function describeTimes({ times }: Page): Html {
  const { published = null, modified = null } = times ?? {};
  return html`${published !== null && html`<meta property="article:published_time" content="${published}" />`}
  ${modified !== null && html`<meta property="article:modified_time" content="${modified}" />`}`;
}

function describeImage(image: Picture | null, previewTags: Readonly<Record<string, string>>): Html {
  const address = readLink(image?.url ?? null);
  if (image === null || address === null) return html``;
  const { alt, size } = image;
  return html`<meta property="og:image" content="${address}" />
    ${size && html`<meta property="og:image:width" content="${size.width}" /><meta property="og:image:height" content="${size.height}" />`}
    ${alt !== "" && html`<meta property="og:image:alt" content="${alt}" />`}
    ${Object.entries(previewTags).map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}`;
}
