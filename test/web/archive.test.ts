import { expect, test } from "vitest";
import { planInto } from "../fixtures/shop.ts";
import { openHouse } from "./team/house.ts";
import { read } from "./visit.ts";

const post = (title: string) => ({
  title,
  text: "Ding.",
  link: null,
  card: null,
  media: [],
  language: "en",
  tags: [],
});

const one = (title: string, dueAt: string, account = "here") => ({
  account,
  channel: "page",
  story: title,
  post: post(title),
  dueAt,
});

const titlesIn = (page: string): readonly (string | undefined)[] =>
  [...page.matchAll(/dir="auto"\s*>([^<]+)<\/a\s*>/g)].map(([, title]) => title);

/** The archive of a site in Berlin. */
async function someArchive(posts: readonly ReturnType<typeof one>[]) {
  const { app, url } = await openHouse({
    accounts: ["here", "there"].map((name) => ({ name, channel: "page", settings: {} })),
  });
  await planInto(app.ledger, posts);
  await app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = 'sent'"));
  return { app, url };
}

test("the archive has a page for each year of the site's own zone, by month, newest first", async () => {
  const { url } = await someArchive([
    one("First bell", "2024-03-01T10:00:00.000Z"),
    one("Midnight bell", "2025-12-31T23:30:00.000Z"),
    one("Other bell", "2026-02-01T10:00:00.000Z", "there"),
    one("Late bell", "2026-02-03T10:00:00.000Z"),
  ]);
  const newest = await fetch(`${url}/archive`);
  expect(new URL(newest.url).pathname).toBe("/archive/2026");
  const page = await newest.text();
  expect(titlesIn(page)).toEqual(["Late bell", "Other bell", "Midnight bell"]);
  expect(page.match(/<h2>[^<]+/g)).toEqual(["<h2>February 2026", "<h2>January 2026"]);
  expect(page).toContain('href="/archive/2024"');
  expect(page).not.toContain('href="/archive/2025"');
  expect(titlesIn(await read(`${url}/archive/2024`))).toEqual(["First bell"]);
});

test("a year with very many posts is walked page by page, none twice and none left out", async () => {
  const posts = Array.from({ length: 450 }, (_, at) =>
    one(`Bell ${at}`, new Date(Date.UTC(2026, 1, 1, 0, at % 7)).toISOString(), at % 3 ? "here" : "there"),
  );
  const { url } = await someArchive(posts);
  const seen: (string | undefined)[] = [];
  let next: string | undefined = "/archive/2026";
  while (next !== undefined) {
    const page: string = await read(url + next);
    seen.push(...titlesIn(page));
    next = /href="(\/archive\/2026\?below=[^"]+)"/.exec(page)?.[1];
  }
  expect([seen.length, new Set(seen).size]).toEqual([450, 450]);
});

test("an empty archive leads home; a year without posts and a post that is none are not found", async () => {
  const { url } = await someArchive([]);
  expect(new URL((await fetch(`${url}/archive`)).url).pathname).toBe("/");
  const full = await someArchive([one("First bell", "2024-03-01T10:00:00.000Z")]);
  const asked = ["/archive/2023", "/archive/2024?below=x", "/archive/x"];
  const statuses = asked.map(async (path) => (await fetch(full.url + path)).status);
  expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
});

test("the site map names the newest posts and every year", async () => {
  const { url } = await someArchive([
    one("First bell", "2024-03-01T10:00:00.000Z"),
    one("Late bell", "2026-02-03T10:00:00.000Z"),
  ]);
  const map = await read(`${url}/sitemap.xml`);
  expect(map).toMatch(/^<\?xml/);
  expect(map.match(/<loc>[^<]*\/(?:archive\/\d+|p\/\w+)<\/loc>/g)).toHaveLength(4);
  expect(await read(`${url}/robots.txt`)).toMatch(/^Sitemap: \S+\/sitemap\.xml$/m);
});
