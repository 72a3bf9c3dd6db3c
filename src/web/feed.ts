import { html } from "hono/html";
import type { Site } from "../model/site.ts";
import { bodyOf, languageOf, nameOf, picturesOf, publishedAt } from "./post.ts";
import type { Published } from "./reading.ts";
import { dropIllegal, type Html, readLink, showText, writeOut } from "./text.ts";

const feedStart = "1970-01-01T00:00:00.000Z";

/** When the newest of them was published or changed, ISO 8601. */
export function lastChange(published: readonly Published[]): string {
  return published.map(changedAt).reduce((a, b) => (a > b ? a : b), feedStart);
}

/** `/feed.atom`: Atom 1.0 (RFC 4287). Ids are the permalinks that the ledger keeps, so they outlive a new address. */
export async function writeFeed(site: Site, published: readonly Published[]): Promise<string> {
  const entries = await Promise.all(published.map((one) => writeEntry(site, one)));
  const feed = await html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
      <id>${site.url}/</id>
      <title>${site.name}</title>
      <updated>${lastChange(published)}</updated>
      <link rel="self" type="application/atom+xml" href="${site.url}/feed.atom" />
      <link rel="alternate" type="text/html" href="${site.url}/" />
      <icon>${site.url}/favicon.svg</icon>
      <generator>Carillon</generator>
      <author><name>${site.name}</name><uri>${site.url}/</uri></author>
      ${entries}</feed
    > `;
  return dropIllegal(String(feed));
}

async function writeEntry(site: Site, published: Published): Promise<Html> {
  const { delivery } = published;
  const address = `${site.url}/p/${encodeURIComponent(delivery.id)}`;
  const link = readLink(delivery.post.link);
  return html`
    <entry xml:lang="${languageOf(published)}">
      <id>${delivery.receipt?.permalink ?? address}</id>
      <title>${nameOf(published)}</title>
      <link rel="alternate" type="text/html" href="${address}" />
      ${link !== null && html`<link rel="related" href="${link}" />`}
      <published>${isoOf(publishedAt(delivery))}</published>
      <updated>${changedAt(published)}</updated>
      ${delivery.post.tags.map((tag) => html`<category term="${tag}" />`)}
      <content type="html">${String(await writeContent(published))}</content>
    </entry>
  `;
}

async function writeContent(published: Published): Promise<Html> {
  const link = readLink(published.delivery.post.link);
  const pictures = picturesOf(published).map((one) => html`<p><img src="${one.url}" alt="${one.alt}" /></p>`);
  return html`${showText(bodyOf(published), writeOut)}${pictures}${link !== null && html`<p><a href="${link}">${link}</a></p>`}`;
}

function changedAt({ delivery }: Published): string {
  const data = delivery.receipt?.data;
  const edited = typeof data === "object" && data !== null && "updated" in data ? data.updated : null;
  return isoOf(typeof edited === "string" ? edited : publishedAt(delivery));
}

function isoOf(time: string): string {
  return new Date(time).toISOString();
}
