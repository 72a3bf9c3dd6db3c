import type { WebLink } from "./block.ts";
import { isMonthName } from "./language.ts";

/** How likely a link is what a story is about: a release, an article, any page, a home page, a reference. */
const weights = { release: 4, article: 3, page: 2, home: 1, reference: 0 };
type Kind = keyof typeof weights;

/**
 * The link that a story is about, which is not simply the first: people begin with a project's home page, and explain
 * with references. News of a `specification` is about that. Null where there is none.
 */
export function findLead(text: string, links: readonly WebLink[], specification: boolean): string | null {
  const named = specification ? links.find((link) => kindOf(link) === "reference") : undefined;
  if (named !== undefined) return named.url;
  const sentences = splitLinks(text, links);
  const telling = sentences.find((group) => group.some((link) => weigh(link) >= weights.article));
  return (
    headline(links) ?? ((telling ?? links.length > 0) ? best(text, telling ?? links)?.url : null) ?? null
  );
}

/** A story that begins with its link, in words of its own rather than a project's name. */
function headline(links: readonly WebLink[]): string | null {
  const [first, second] = links;
  if (first === undefined || first.at > 2) return null;
  const kind = kindOf(first);
  const told = first.text.split(" ").length >= 3 && weights[kind] >= weights.page;
  if (!told && weights[kind] < weights.article) return null;
  return second !== undefined && shape(second) === shape(first) ? null : first.url;
}

/** Links by the sentence they stand in; sentences without any are left out. */
function splitLinks(text: string, links: readonly WebLink[]): WebLink[][] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index }) => index);
  const groups: WebLink[][] = [];
  let passed = 0;
  for (const [index, link] of links.entries()) {
    const before = passed;
    while ((ends[passed] ?? Infinity) < link.at) passed += 1;
    if (index === 0 || passed > before) groups.push([link]);
    else groups.at(-1)?.push(link);
  }
  return groups;
}

const sentenceEnd = /[.!?]["'”’»)]{0,3}\s+(?=[\p{Lu}"'“‘«([¿¡])/gu;

function best(text: string, links: readonly WebLink[]): WebLink | undefined {
  const news = afterBackground(text, links);
  const top = Math.max(...news.map(weigh));
  const first = news.find((link) => weigh(link) === top);
  return first && news.findLast((link) => weigh(link) === top && shape(link) === shape(first));
}

const background =
  /^(?:(?:shortly|right|just)\s)?(?:after|following|since|nach(?:dem)?|seit|dopo|in seguito|après|suite à|tras|después|depois|após)\s/i;

/** "After what happened there, this happens here": the news comes after the comma. */
function afterBackground(text: string, links: readonly WebLink[]): readonly WebLink[] {
  if (!background.test(text)) return links;
  const first = links[0];
  const comma = first === undefined ? -1 : text.indexOf(",", first.at + first.text.length);
  const later = links.filter((link) => comma >= 0 && link.at > comma && weigh(link) >= weights.page);
  return later.length > 0 ? later : links;
}

function weigh(link: WebLink): number {
  return weights[kindOf(link)];
}

const referenceText = /^[A-Z]{2,5}[- ]?\d{3,5}\b/;
const referencePath = /\/[a-z]{3,4}[-_]?\d{3,5}(?:\.(?:html?|txt|pdf))?\/?$/i;
const releasePath = /\/(?:-\/)?(?:releases?|tags?)\/(?!latest\b)[^/]+/i;
const versionText = /(?:^|[\s(v])\d+\.\d+(?:\.\d+)*/;
const supportPath =
  /readme|change-?log|\/(?:users?|u|authors?|profile|people|members?|docs?|doku|wiki\/Main_Page)\/|\/@[^/]+\/?$|\/commits?\/?$/i;
const supportText = /^(?:change-?logs?|änderungen|changelog|readme|documentation|docs|website|home ?page)$/i;
const articlePath =
  /\/(?:blog|posts?|news|articles?|artikel|noticias|actualites|announcements?|events?|t|talks?|\d{4}\/\d{2})\/.+|\/[^/]*(?:[a-z0-9]+-){3,}[^/]*\/?$|\/\d{4}-\d{2}-\d{2}/i;

function kindOf({ text, url }: WebLink): Kind {
  const { pathname, search, hostname } = new URL(url);
  if (releasePath.test(pathname)) return "release";
  if (referenceText.test(text) || referencePath.test(pathname)) return "reference";
  if (supportText.test(text) || supportPath.test(pathname)) return "home";
  if (pathname.replaceAll("/", "") === "" && search === "") return "home";
  if (versionText.test(text)) return "release";
  if (articlePath.test(pathname)) return "article";
  return isRepository(hostname, pathname) ? "home" : "page";
}

/** A forge's page of a project, or of its source. */
function isRepository(host: string, path: string): boolean {
  return (
    /^(?:git|codeberg\.|sr\.ht|salsa\.)|\bgit(?:hub|lab|ea)\b/.test(host) &&
    /^\/[^/]+(?:\/[^/]+)?\/?$/.test(path)
  );
}

/** What links have in common that tell of one version, or month, after another. */
function shape({ text }: WebLink): string {
  return text
    .replace(/\d+/g, "#")
    .replace(/[\p{L}]+/gu, (word) => (isMonthName(word) ? "#" : word))
    .replace(/(?:[.]#)+/g, "");
}
