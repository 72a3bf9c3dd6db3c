import { readFileSync } from "node:fs";
import { body, conditional, startFeedServer, status, type FeedServer } from "./feed-server.ts";

/** A newsletter's site: a feed, and for each issue a page with a card and its image. */
export interface Site {
  readonly url: string;
  readonly server: FeedServer;
  /** The feed has it from now on; its page is not there yet. */
  announce(slug: string, description?: string): void;
  /** Its page is there, with the image; each as it should be or as told. */
  build(slug: string, page?: Partial<Page>): void;
  /** How often a path was asked for. */
  asked(path: string): number;
}

interface Page {
  readonly title: string;
  readonly description: string;
  /** The image's file; null: the page names none. */
  readonly image: Uint8Array | null;
}

/** 48 × 48 pixels. */
export const bell: Uint8Array = readFileSync(new URL("../fixtures/bell.png", import.meta.url));

/** `head`: what the feed says of itself besides. */
export async function startSite(head: (url: string) => string = () => ""): Promise<Site> {
  const server = await startFeedServer();
  const { url } = server;
  const items: string[] = [];
  const serveFeed = (): void =>
    server.serve(
      "/feed.xml",
      conditional(feedOf(url, head(url), items), new Date(1_700_000_000_000 + items.length * 60_000)),
    );
  serveFeed();
  return {
    url,
    server,
    announce(slug, description = `What rang in ${slug}.`) {
      items.unshift(itemOf(url, slug, description, new Date(Date.now() - (9 - items.length) * 86_400_000)));
      serveFeed();
    },
    build(slug, page = {}) {
      const whole = { title: `Issue ${slug}`, description: `All of ${slug}.`, image: bell, ...page };
      const image = whole.image === null ? "" : `<meta property="og:image" content="/${slug}.png">`;
      const html = `<html><head>${titleOf(whole)}${image}</head><body><h1>Hello</h1></body></html>`;
      server.serve(`/${slug}/`, body(html, { "content-type": "text/html; charset=utf-8" }));
      const file = whole.image;
      server.serve(`/${slug}.png`, file === null ? status(404) : body(file, { "content-type": "image/png" }));
    },
    asked: (path) => server.requests.filter((one) => one.path === path).length,
  };
}

const titleOf = ({ title, description }: Page): string =>
  `<meta property="og:title" content="${title}"><meta property="og:description" content="${description}">`;

const feedOf = (url: string, head: string, items: readonly string[]): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bells</title><id>${url}/</id>
  <updated>2026-03-01T00:00:00Z</updated>${head}${items.join("")}</feed>`;

const itemOf = (url: string, slug: string, description: string, at: Date): string =>
  `<entry><title>Issue ${slug}</title><id>${url}/${slug}/</id><link href="${url}/${slug}/"/><updated>${at.toISOString()}</updated>
  <published>${at.toISOString()}</published><summary>${description}</summary></entry>`;
