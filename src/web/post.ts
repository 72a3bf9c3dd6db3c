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
  return html`<article class="post h-entry" lang="${languageOf(published)}">
    <p class="when">
      <a class="u-url u-uid" href="${address}">${showTime(publishedAt(delivery), site, "dt-published")}</a>
      <a class="p-author h-card" href="${root}/" hidden>${site.name}</a>
    </p>
    ${showHeading(published, address, level)}
    <div class="e-content">${showText(bodyOf(published))}</div>
    ${picturesOf(published).map(showPicture)} ${showWays(root, published, label)}
  </article>`;
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

/** The title, or how the text begins. */
export function nameOf(published: Published): string {
  const [beginning = ""] = published.delivery.post.text.trim().split("\n");
  return titleOf(published) ?? shortenText(beginning, 80);
}

/** The post's own; else the entry's, unless it is about one story. */
function titleOf({ delivery, entry }: Published): string | null {
  const { title } = delivery.post;
  if (title !== null && title.trim() !== "") return title;
  return delivery.story === null ? entry.title : null;
}

/** The text without a first line that only repeats the title. */
export function bodyOf(published: Published): string {
  const { text } = published.delivery.post;
  const [first = "", ...rest] = text.trim().split("\n");
  return rest.length > 0 && first.trim() === titleOf(published)?.trim() ? rest.join("\n") : text;
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
