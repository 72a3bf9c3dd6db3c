import { html } from "hono/html";
import { editedAt, publishedAt } from "./published.ts";
import type { Published } from "./reading.ts";
import { dropIllegal } from "./text.ts";
import type { Voice } from "./voice.ts";

/** `/sitemap.xml` (sitemaps.org, 0.9): the newest posts; the archive, year by year, leads to the others. */
export async function writeSitemap(
  { site }: Voice,
  published: readonly Published[],
  years: readonly string[],
): Promise<string> {
  const entries = new Set(published.map(({ delivery }) => `/e/${encodeURIComponent(delivery.entry)}`));
  const posts = published.map(({ delivery }) => ({
    path: `/p/${encodeURIComponent(delivery.id)}`,
    changed: editedAt(delivery) ?? publishedAt(delivery),
  }));
  const others = ["/", ...years.map((year) => `/archive/${year}`), ...entries].map((path) => ({
    path,
    changed: null,
  }));
  const rows = [...others, ...posts].map(
    ({ path, changed }) =>
      html`<url
        ><loc>${site.url}${path}</loc>${changed !== null && html`<lastmod>${changed}</lastmod>`}</url
      > `,
  );
  return dropIllegal(
    String(
      await html`<?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${rows}</urlset> `,
    ),
  );
}
