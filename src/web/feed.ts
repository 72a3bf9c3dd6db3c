import { html } from "hono/html";
import { leadsOf, wordLink } from "./post.ts";
import { showProse } from "./prose.ts";
import { bodyOf, editedAt, languageOf, nameOf, type Picture, picturesOf, publishedAt } from "./published.ts";
import type { Published } from "./reading.ts";
import { dropIllegal, type Html, readLink } from "./text.ts";
import type { Voice } from "./voice.ts";

const feedStart = "1970-01-01T00:00:00.000Z";

/** When the newest of them was published or changed, ISO 8601. */
function lastChange(published: readonly Published[]): string {
  return published.map(changedAt).reduce((a, b) => (a > b ? a : b), feedStart);
}

/** `/feed.atom`: Atom 1.0 (RFC 4287). Ids are the permalinks that the ledger keeps, so they outlive a new address. */
export async function writeFeed(voice: Voice, published: readonly Published[]): Promise<string> {
  const { site, words } = voice;
  const entries = await Promise.all(published.map((one) => writeEntry(voice, one)));
  const feed = await html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
      <id>${site.url}/</id>
      <title>${site.name}</title>
      <subtitle xml:lang="${words.code}">${words.publicly.about(site.name)}</subtitle>
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

async function writeEntry(voice: Voice, published: Published): Promise<Html> {
  const { delivery } = published;
  const address = `${voice.site.url}/p/${encodeURIComponent(delivery.id)}`;
  const link = readLink(delivery.post.link);
  return html`
    <entry xml:lang="${languageOf(published)}">
      <id>${delivery.receipt?.permalink ?? address}</id>
      <title>${nameOf(published)}</title>
      <link rel="alternate" type="text/html" href="${address}" />
      ${link !== null && html`<link rel="related" href="${link}" />`}
      <published>${publishedAt(delivery)}</published>
      <updated>${changedAt(published)}</updated>
      ${delivery.post.tags.map((tag) => html`<category term="${tag}" />`)}
      <content type="html">${String(await writeContent(voice, published))}</content>
    </entry>
  `;
}

/** Addresses in it are whole: readers show it elsewhere. */
async function writeContent(voice: Voice, published: Published): Promise<Html> {
  const link = readLink(published.delivery.post.link);
  const leads = leadsOf(voice.site.url, published);
  return html`${picturesOf(published).map(writePicture)}${showProse(bodyOf(published), leads)}${link !== null && html`<p><a href="${link}">${wordLink(voice, published, link)}</a></p>`}`;
}

function writePicture({ url, alt, size }: Picture): Html {
  const place = size ? html` width="${size.width}" height="${size.height}"` : html``;
  return html`<p><img src="${url}" alt="${alt}" ${place} /></p>`;
}

function changedAt({ delivery }: Published): string {
  return editedAt(delivery) ?? publishedAt(delivery);
}
