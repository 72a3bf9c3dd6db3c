import { html } from "hono/html";
import type { Network } from "../model/entry.ts";
import type { Site } from "../model/site.ts";
import { picturesOf, showPost } from "./post.ts";
import type { Published } from "./reading.ts";
import { findRoot, type Page } from "./shell.ts";
import { type Html, readLink } from "./text.ts";

/** `/`: what was announced, newest first. */
export function makeHomePage(
  site: Site,
  published: readonly Published[],
  label: (channel: string) => string,
): Page {
  const networks = published[0]?.entry.networks ?? [];
  return {
    title: site.name,
    description: `What ${site.name} announces.`,
    path: "/",
    main: html`<main id="main" class="column h-feed">
      ${showOwner(site, networks)}
      ${published.length === 0 ? showNothing(site) : published.map((one) => showPost(site, one, label, "h2"))}
    </main>`,
    images: published.flatMap((one) => picturesOf(one).map((image) => image.url)),
    image: published[0]?.entry.image ?? null,
    kind: "feed",
  };
}

function showOwner(site: Site, networks: readonly Network[]): Html {
  const known = networks.filter((network) => readLink(network.url) !== null);
  return html`<div class="owner h-card p-author">
    <h1><a class="p-name u-url u-uid" rel="me" href="${site.url}/" dir="auto">${site.name}</a></h1>
    ${known.length > 0 && html`<p class="follow"><span>Follow on</span> ${known.map(showNetwork)}</p>`}
  </div>`;
}

function showNetwork(network: Network): Html {
  return html`<a class="u-url" rel="me noopener" href="${network.url}">${network.name}</a> `;
}

function showNothing(site: Site): Html {
  return html`<div class="nothing">
    <h2>Nothing has been announced yet</h2>
    <p>The first post will appear here, and in <a href="${findRoot(site)}/feed.atom">the feed</a>.</p>
  </div>`;
}
