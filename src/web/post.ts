import { html } from "hono/html";
import type { Delivery } from "../model/delivery.ts";
import type { Image } from "../model/entry.ts";
import type { Site } from "../model/site.ts";
import type { Published } from "./reading.ts";
import { findRoot, type Page } from "./shell.ts";
import { showText, type Html, readHost, readLink, shortenText } from "./text.ts";
import { showTime } from "./time.ts";

type Label = (channel: string) => string;

/** `/p/ID`: one post of the site's own. */
export function makePostPage(site: Site, published: Published, label: Label): Page {
  const { post } = published.delivery;
  const title = nameOf(published);
  return {
    title: `${title} · ${site.name}`,
    description: shortenText(post.text.replace(/\s+/gu, " "), 200),
    path: `/p/${encodeURIComponent(published.delivery.id)}`,
    main: html`<main id="main" class="column">${showPost(site, published, label, "h1")}</main>`,
    images: picturesOf(published).map((image) => image.url),
    image: picturesOf(published)[0] ?? published.entry.image,
    kind: "article",
  };
}

/** One post as an h-entry (microformats2), alone or in a list. */
export function showPost(site: Site, published: Published, label: Label, level: "h1" | "h2"): Html {
  const { delivery } = published;
  const root = findRoot(site);
  const address = `${root}/p/${encodeURIComponent(delivery.id)}`;
  const name = html`<a class="p-name u-url u-uid" href="${address}" dir="auto">${nameOf(published)}</a>`;
  return html`<article class="post h-entry" lang="${languageOf(published)}">
    <p class="when">
      ${showTime(publishedAt(delivery), site, "dt-published")}
      <a class="p-author h-card" href="${root}/" hidden>${site.name}</a>
    </p>
    ${level === "h1" ? html`<h1>${name}</h1>` : html`<h2>${name}</h2>`}
    <div class="e-content">${showText(bodyOf(published))}</div>
    ${picturesOf(published).map(showPicture)} ${showWays(root, published, label)}
  </article>`;
}

function showPicture(image: Image): Html {
  return html`<img
    class="picture u-photo"
    src="${image.url}"
    alt="${image.alt}"
    loading="lazy"
    referrerpolicy="no-referrer"
  />`;
}

function showWays(root: string, published: Published, label: Label): Html {
  const { delivery, entry } = published;
  const link = readLink(delivery.post.link);
  const elsewhere = findElsewhere(published);
  return html`<footer class="ways">
    ${link !== null && html`<a class="read" href="${link}" rel="noopener">${wordLink(published, link)}</a>`}
    ${elsewhere.length > 0 && html`<p class="also"><span>Also on</span> ${elsewhere.map((one) => showCopy(one, label))}</p>`}
    ${entry.sections.length > 0 && html`<a class="quiet" href="${root}/e/${encodeURIComponent(delivery.entry)}">What is inside</a>`}
  </footer>`;
}

/** A link to the same post on another network. */
export function showCopy(delivery: Delivery, label: Label): Html {
  const address = readLink(delivery.receipt?.permalink ?? null);
  return html`<a
    class="u-syndication"
    href="${address}"
    rel="noopener syndication"
    title="${delivery.account}"
    >${label(delivery.channel)}</a
  > `;
}

/** Sent, with an address where a follower can read it, the first part of its thread. */
export function isCopy(delivery: Delivery): boolean {
  const address = readLink(delivery.receipt?.permalink ?? null);
  return delivery.state === "sent" && delivery.part === 1 && address !== null;
}

function findElsewhere({ delivery, deliveries }: Published): readonly Delivery[] {
  const same = (one: Delivery) => one.step === delivery.step && one.story === delivery.story;
  return deliveries.filter((one) => one.id !== delivery.id && same(one) && isCopy(one));
}

function wordLink({ delivery, entry }: Published, link: string): string {
  if (delivery.story !== null) return `Read more at ${readHost(link)}`;
  return entry.newsletter ? "Read the issue" : "Read the article";
}

/** A post's title; where it has none, the entry's, or the beginning of what is said about a story. */
export function nameOf({ delivery, entry }: Published): string {
  const { title, text } = delivery.post;
  if (title !== null && title.trim() !== "") return title;
  return delivery.story === null ? entry.title : shortenText(text.trim().split("\n")[0] ?? entry.title, 80);
}

/** The text without a first line that only repeats the title. */
export function bodyOf(published: Published): string {
  const [first = "", ...rest] = published.delivery.post.text.trim().split("\n");
  return first.trim() === nameOf(published).trim() && rest.length > 0
    ? rest.join("\n")
    : published.delivery.post.text;
}

export function picturesOf({ delivery }: Published): readonly Image[] {
  const { media, card } = delivery.post;
  const pictures = media.length > 0 ? media : card?.image ? [card.image] : [];
  return pictures.filter((one) => readLink(one.url) !== null);
}

/** BCP 47, or the empty tag for unknown. */
export function languageOf({ delivery, entry }: Published): string {
  return delivery.post.language ?? entry.language ?? "";
}

/** ISO 8601, UTC. */
export function publishedAt(delivery: Delivery): string {
  return delivery.receipt?.at ?? delivery.dueAt;
}
