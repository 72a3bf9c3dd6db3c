import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { round } from "../../../src/app/round.ts";
import { body, startFeedServer, status } from "../../bench/feed-server.ts";
import { someSource } from "../../fixtures/app.ts";
import { joinAs, openHouse } from "./house.ts";

const feedOf = (items: string): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://bells.example/</link>${items}</channel></rss>`;

const item = (id: string, html: string): string =>
  `<item><title>Bells ${id}</title><link>https://bells.example/${id}/</link><guid>${id}</guid>
  <description><![CDATA[${html}]]></description></item>`;

const march = item(
  "3",
  `<h1 id="note" class="act">News</h1><p>Ghent's <a href="/plans">plans</a> <img src="bell.png" alt="A bell"></p>
  <form action="/desk/hold" method="post"><button>Hold everything</button></form><script>alert(1)</script>`,
);

async function someHouse() {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  server.serve("/feed", body(feedOf(march + item("2", "<p>Before</p>"))));
  let now = new Date("2026-03-10T12:00:00Z");
  const { app, url } = await openHouse({ sources: [someSource(`${server.url}/feed`)] }, () => now);
  await round(app, () => undefined);
  const entry = (await app.ledger.entries.page(null, 9)).find((one) => one.entry.title === "Bells 3");
  const path = `/desk/entries/${entry?.id}`;
  const anna = await joinAs(app, url, "viewer", "anna");
  const pass = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
  return { app, url, server, anna, path, pass };
}

test("an entry's page leads to what the newsletter says, framed, without what could act", async () => {
  const { anna, path } = await someHouse();
  const link = `href="${path}/source"`;
  expect((await anna.get(path)).text).toContain(link);
  const { status: code, text } = await anna.get(`${path}/source`);
  const quoted = /<blockquote[^>]*>([\s\S]*)<\/blockquote>/.exec(text)?.[1] ?? "";
  expect([code, quoted.replaceAll(/\s+/g, " ").trim()]).toEqual([
    200,
    `<h3>News</h3><p>Ghent's <a href="https://bells.example/plans" rel="noopener noreferrer nofollow">plans</a> <a href="https://bells.example/3/bell.png" rel="noopener noreferrer nofollow">[A bell]</a></p> <div></div>`,
  ]);
  expect(text).toMatch(/not Carillon(&#39;|’)s/);
  expect(text).toContain("<h1>Bells 3</h1>");
});

test("a source is asked once a minute, whoever looks", async () => {
  const { url, app, server, anna, path, pass } = await someHouse();
  const asked = () => server.requests.length;
  const before = asked();
  const berta = await joinAs(app, url, "viewer", "berta");
  for (const browser of [anna, berta]) await browser.get(`${path}/source`);
  expect(asked() - before).toBe(1);
  pass(61);
  await anna.get(`${path}/source`);
  expect(asked() - before).toBe(2);
});

test("what its source does not show, or cannot show just now, is one sentence", async () => {
  const { anna, server, path, pass } = await someHouse();
  server.serve("/feed", body(feedOf(item("2", "<p>Before</p>"))));
  expect((await anna.get(`${path}/source`)).text).toContain("does not show it any more");
  pass(61);
  server.serve("/feed", status(503));
  expect((await anna.get(`${path}/source`)).text).toMatch(/could not be read just now: [^<]+503/);
  await anna.post("/language", { language: "de" });
  const german = (await anna.get(`${path}/source`)).text;
  expect(german).toContain("Der Newsletter, wie er kam");
  expect(german).toMatch(/Er konnte gerade nicht gelesen werden: [^<]*antwortet[^<]*503/);
});

test("a source that asked to be left alone is left alone", async () => {
  const { app, anna, server, path } = await someHouse();
  const [known] = (await app.ledger.sources.all()).values();
  await app.ledger.sources.set({ ...known!, nextAt: "2026-03-10T13:00:00.000Z" });
  const before = server.requests.length;
  expect((await anna.get(`${path}/source`)).text).toContain("asked to be left alone");
  expect(server.requests.length).toBe(before);
});

test("Markdown is shown as it will look", async () => {
  const folder = mkdtempSync(join(tmpdir(), "carillon-original-"));
  const text =
    "---\ntitle: May\ndate: 2026-03-01\n---\n\n## News\n\n- A **bell** <script>alert(1)</script>\n";
  writeFileSync(join(folder, "may.md"), text);
  const source = {
    ...someSource("https://x.example/"),
    kind: "markdown",
    markdown: join(folder, "*.md"),
    site: "https://bells.example/",
    permalink: "/:slug/",
    first: "announce",
  } as const;
  const { app, url } = await openHouse({ sources: [source] }, () => new Date("2026-03-10T12:00:00Z"));
  await round(app, () => undefined);
  const [entry] = await app.ledger.entries.page(null, 9);
  const anna = await joinAs(app, url, "viewer");
  const { text: page } = await anna.get(`/desk/entries/${entry?.id}/source`);
  expect(page).toMatch(/<h3>News<\/h3>\s*<ul>\s*<li>A <strong>bell<\/strong>/);
  expect(page).not.toContain("alert(1)");
});
