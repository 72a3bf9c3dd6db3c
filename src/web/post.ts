import { html } from "hono/html";
import type { Delivery } from "../model/delivery.ts";
import { noLeads, showProse, type Leads } from "./prose.ts";
import {
  bodyOf,
  editedAt,
  findElsewhere,
  languageOf,
  nameOf,
  type Picture,
  picturesOf,
  publishedAt,
  titleOf,
} from "./published.ts";
import type { Published } from "./reading.ts";
import { findRoot, type Page } from "./shell.ts";
import { type Html, readHost, readLink, shortenText } from "./text.ts";
import { showTime } from "./time.ts";
import type { Voice } from "./voice.ts";

/** `/p/ID`: one post of the site's own. */
export function makePostPage(voice: Voice, published: Published): Page {
  const { delivery, entry } = published;
  const [picture] = picturesOf(published);
  return {
    title: nameOf(published),
    description: shortenText(flatten(bodyOf(published)), 200),
    path: `/p/${encodeURIComponent(delivery.id)}`,
    main: html`<main id="main" class="column">${showPost(voice, published, "h1")}</main>`,
    images: picturesOf(published).map((image) => image.url),
    image: picture ?? entry.image,
    kind: "article",
    times: { published: publishedAt(delivery), modified: editedAt(delivery) },
    language: languageOf(published),
  };
}

/** A list's items in one line. */
function flatten(text: string): string {
  return text
    .replace(/\s*\n\s*[•‣▪◦]\s+/gu, " · ")
    .replace(/^\s*[•‣▪◦]\s+/u, "")
    .replaceAll(": · ", ": ")
    .replace(/\s+/gu, " ");
}

/** One post as an h-entry (microformats2), alone or in a list. */
export function showPost(voice: Voice, published: Published, level: "h1" | "h2"): Html {
  const { site } = voice;
  const root = findRoot(site);
  const address = `${root}/p/${encodeURIComponent(published.delivery.id)}`;
  const about = published.delivery.story === null ? "whole" : "story";
  return html`<article class="post ${about} h-entry" lang="${languageOf(published)}">
    ${showHeading(published, address, level)}
    <p class="when" lang="${voice.words.code}">
      <a class="u-url u-uid" href="${address}"
        >${sayWhen(voice, publishedAt(published.delivery), "dt-published")}</a
      >
      ${showEdit(voice, published.delivery)}
      <a class="p-author h-card" href="${root}/" hidden>${site.name}</a>
    </p>
    ${picturesOf(published).map((picture) => showPicture(picture, level === "h1"))}
    <div class="e-content prose">${showProse(bodyOf(published), leadsOf(root, published))}</div>
    ${showWays(voice, published)}
  </article>`;
}

const sayWhen = ({ site, words }: Voice, iso: string, name: string): Html =>
  showTime(iso, site, name, words.code);

function showEdit(voice: Voice, delivery: Delivery): Html {
  const at = editedAt(delivery);
  return at === null
    ? html``
    : html`<span>· ${voice.words.publicly.edited} ${sayWhen(voice, at, "dt-updated")}</span>`;
}

/** Unseen where the post is a note without a title. */
function showHeading(published: Published, address: string, level: "h1" | "h2"): Html {
  const title = titleOf(published);
  const words =
    title === null
      ? html`<span class="unseen">${nameOf(published)}</span>`
      : html`<a class="p-name" href="${address}">${title}</a>`;
  return level === "h1" ? html`<h1 dir="auto">${words}</h1>` : html`<h2 dir="auto">${words}</h2>`;
}

/** In a frame of its own size; where that is not known, of the shape of link previews: nothing moves when it comes. */
export function showPicture({ url, alt, size }: Picture, first: boolean): Html {
  const place = size ? html`width="${size.width}" height="${size.height}"` : html``;
  const rest = first ? html`` : html`loading="lazy"`;
  return html`<img
    class="picture u-photo"
    src="${url}"
    alt="${alt}"
    ${place}
    ${rest}
    referrerpolicy="no-referrer"
  />`;
}

/** `root`: what addresses of our own begin with. Lines of a list lead where the stories do that they name; the entry's title leads to what is inside it. */
export function leadsOf(root: string, { entry, delivery }: Published): Leads {
  const address = `${root}/e/${encodeURIComponent(delivery.entry)}`;
  const stories = entry.sections.flatMap((section) => section.stories);
  return {
    item: (text) => {
      const beginning = text.replace(/[….]+$/u, "").trim();
      const named = beginning.length > 12 && stories.find((story) => story.text.startsWith(beginning));
      return named ? named.link : null;
    },
    named: delivery.story === null ? noLeads.named : { words: entry.title, address },
  };
}

function showWays(voice: Voice, published: Published): Html {
  const { delivery, entry } = published;
  const said = voice.words.publicly;
  const link = readLink(delivery.post.link);
  const elsewhere = findElsewhere(published);
  const inside = delivery.story === null && entry.sections.length > 0;
  const address = `${findRoot(voice.site)}/e/${encodeURIComponent(delivery.entry)}`;
  return html`<footer class="ways" lang="${voice.words.code}">
    ${link !== null && html`<a class="read" href="${link}" rel="noopener">${wordLink(voice, published, link)}</a>`}
    ${inside && html`<a class="more" href="${address}">${said.inside}</a>`}
    ${elsewhere.length > 0 && html`<p class="also"><span>${said.alsoOn}</span> ${showLinks(voice, elsewhere)}</p>`}
  </footer>`;
}

/** Links to the same post on other networks; where two are on one, each says whose it is. */
export function showLinks({ label }: Voice, copies: readonly Delivery[]): Html {
  const names = copies.map(({ channel }) => label(channel));
  return html`${copies.map(({ receipt, account, channel }) => {
    const name = label(channel);
    const many = names.indexOf(name) !== names.lastIndexOf(name);
    const address = readLink(receipt?.permalink ?? null);
    return html`<a class="u-syndication" href="${address}" rel="noopener syndication" title="${account}"
      >${many ? `${name} (${account})` : name}</a
    > `;
  })}`;
}

export function wordLink({ words }: Voice, { delivery, entry }: Published, link: string): string {
  const said = words.publicly;
  if (delivery.story !== null) return said.readMore(readHost(link));
  return entry.newsletter ? said.readIssue : said.readArticle;
}
