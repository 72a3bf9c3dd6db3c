import { html } from "hono/html";
import type { Network } from "../model/entry.ts";
import { showPost } from "./post.ts";
import { picturesOf } from "./published.ts";
import type { Published } from "./reading.ts";
import { findRoot, type Page } from "./shell.ts";
import { type Html, readLink } from "./text.ts";
import type { Voice } from "./voice.ts";

/** `/`: what was announced last, newest first. `more`: the archive has what is older. */
export function makeHomePage(voice: Voice, published: readonly Published[], more: boolean): Page {
  const { site, words } = voice;
  const networks = published.find(({ entry }) => entry.networks.length > 0)?.entry.networks ?? [];
  const [newest] = published.flatMap((one) => picturesOf(one));
  return {
    title: site.name,
    description: words.publicly.about(site.name),
    path: "/",
    main: html`<main id="main" class="column h-feed">
      ${showOwner(voice, networks)}
      ${published.length === 0 ? showNothing(voice) : published.map((one) => showPost(voice, one, "h2"))}
      ${more && html`<p class="turn"><a href="${findRoot(site)}/archive">${words.publicly.earlier}</a></p>`}
    </main>`,
    images: published.flatMap((one) => picturesOf(one).map((image) => image.url)),
    image: newest ?? published[0]?.entry.image ?? null,
    kind: "feed",
  };
}

function showOwner({ site, words }: Voice, networks: readonly Network[]): Html {
  const known = networks.filter((network) => readLink(network.url) !== null);
  return html`<div class="owner h-card p-author">
    <h1><a class="p-name u-url u-uid" rel="me" href="${site.url}/" dir="auto">${site.name}</a></h1>
    ${known.length > 0 && html`<p class="follow"><span>${words.publicly.follow}</span> ${known.map(showNetwork)}</p>`}
  </div>`;
}

function showNetwork({ name, url }: Network): Html {
  return html`<a class="u-url" rel="me noopener" href="${readLink(url)}">${name}</a> `;
}

function showNothing({ site, words }: Voice): Html {
  const { nothing, nothingText } = words.publicly;
  return html`<div class="nothing">
    <h2>${nothing}</h2>
    <p>${nothingText} <a href="${findRoot(site)}/feed.atom">${words.shell.follow}</a></p>
  </div>`;
}
