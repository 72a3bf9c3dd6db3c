import { expect, test } from "vitest";
import { copy, issue, makePublished, makeReading } from "./fixtures.ts";
import { open, read } from "./visit.ts";

const hostile = `<script>alert("x")</script>"'><img src=x onerror=alert(1)>`;

test("the public page shows a post as an h-entry with its time, text, link and copies", async () => {
  const page = await read(`${await open(makeReading([makePublished()]))}/`);
  expect(page).toMatch(/class="[^"]*\bh-feed\b/);
  expect(page).toMatch(/class="[^"]*\bh-entry\b[^"]*" lang="en"/);
  expect(page).toMatch(/class="u-url u-uid"\s+href="\/p\/d-1"/);
  expect(page).toContain(
    '<time class="dt-published" datetime="2026-11-05T15:00:02.000Z">5 November 2026 at 16:00</time>',
  );
  expect(page).toMatch(/class="p-name"\s+href="\/p\/d-1"/);
  expect(page).toContain('<div class="e-content prose">');
  expect(page).toContain("Read the issue</a>");
  expect(page).toMatch(/class="u-syndication"\s+href="https:\/\/fedi\.example\/@bells\/77"/);
  expect(page).toContain('rel="me noopener" href="https://fedi.example/@bells"');
});

test("the public page says how it is named, addressed and followed", async () => {
  const page = await read(`${await open(makeReading([makePublished()]))}/`);
  expect(page).toContain('<html lang="en">');
  expect(page).toContain("<title>Bells &amp; Friends</title>");
  expect(page).toContain('<link rel="canonical" href="https://bells.example.org/" />');
  expect(page).toContain('<meta property="og:image" content="https://news.example.org/cover.png" />');
  expect(page).toMatch(/rel="alternate"\s+type="application\/atom\+xml"/);
});

test("a site that announced nothing yet says so", async () => {
  expect(await read(`${await open(makeReading())}/`)).toContain("Nothing has been announced yet");
});

test("links, hashtags and mentions in a text are marked, and the full stop after a link is no part of it", async () => {
  const page = await read(`${await open(makeReading([makePublished()]))}/p/d-1`);
  expect(page).toContain(
    '<a href="https://news.example.org/blog/october/" rel="noopener">news.example.org/blog/october</a>.',
  );
  expect(page).toContain('<span class="mark">#<span class="p-category">Bells</span></span>');
  expect(page).toContain('<span class="mark">@ringer@fedi.example</span>');
});

test("nothing that a source writes becomes markup", async () => {
  const said = {
    title: hostile,
    text: `${hostile}\nmore`,
    link: "javascript:alert(1)",
    language: `"><script>`,
  };
  const entry = {
    title: hostile,
    summary: hostile,
    url: "javascript:alert(1)",
    image: { url: "data:text/html,x", alt: hostile },
  };
  const reading = makeReading([makePublished({}, said, entry)], { label: () => hostile });
  const address = await open({ ...reading, site: { ...reading.site, name: hostile } });
  const pages = await Promise.all(["/", "/p/d-1", "/e/e-1", "/none"].map((path) => read(address + path)));
  expect(pages.join()).toContain("&lt;script&gt;alert");
  expect(pages.join()).not.toMatch(/<script|<img src=x|href="javascript:|src="data:/);
});

test("a post about a story has no title of its own and links to the story", async () => {
  const said = { title: null, text: "Tower 2.0 is out.", link: "https://tower.example/2.0" };
  const page = await read(`${await open(makeReading([makePublished({ story: "tower" }, said)]))}/`);
  expect(page).toContain('<h2 dir="auto"><span class="unseen">Tower 2.0 is out.</span></h2>');
  expect(page).toContain("Read more at tower.example");
});

test("images carry their text, and a browser may load them from their own server only", async () => {
  const media = [{ url: "https://pictures.example/a.png", alt: "Three bells" }];
  const answer = await fetch(`${await open(makeReading([makePublished({}, { media })]))}/`);
  expect(await answer.text()).toMatch(/src="https:\/\/pictures\.example\/a\.png"\s+alt="Three bells"/);
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'; style-src 'self'; img-src 'self' https://pictures.example;");
});

test("an image's address cannot add to the policy", async () => {
  const media = [{ url: "https://a;sandbox;.example/x.png", alt: "" }];
  const { headers } = await fetch(`${await open(makeReading([makePublished({}, { media })]))}/`);
  expect(headers.get("content-security-policy")).toContain("img-src 'self';");
  expect(headers.get("content-security-policy")).not.toContain("sandbox");
});

test("every answer forbids scripts and framing, and sets no cookie", async () => {
  const address = await open(makeReading([makePublished()]));
  const answers = await Promise.all(
    ["/", "/feed.atom", "/none", "/healthz", "/desk"].map((path) => fetch(address + path)),
  );
  expect(answers.map(({ headers }) => headers.get("content-security-policy")?.split(";")[0])).toEqual(
    Array(5).fill("default-src 'none'"),
  );
  expect(answers.map(({ headers }) => headers.get("x-content-type-options"))).toEqual(
    Array(5).fill("nosniff"),
  );
  expect(answers.map(({ headers }) => headers.get("set-cookie"))).toEqual(Array(5).fill(null));
});

test("an entry's page shows what is inside, its translations and where it was posted", async () => {
  const page = await read(`${await open(makeReading([makePublished()]))}/e/e-1`);
  expect(page).toContain("Software news › Clients");
  expect(page).toContain("Tower 2.0 has been released.");
  expect(page).not.toContain("Thanks to all!");
  expect(page).toMatch(/hreflang="de"\s+lang="de"[^>]*>\s*Deutsch/);
  expect(page).toContain('href="https://fedi.example/@bells/77"');
  expect(page).toContain('href="https://bells.example.org/p/d-1"');
});

test("an entry of which nothing is out yet is not public", async () => {
  const told = { entry: issue, deliveries: [{ ...copy, state: "scheduled" as const }] };
  const address = await open(makeReading([], { entry: async () => told }));
  expect((await fetch(`${address}/e/e-1`)).status).toBe(404);
});

test("a retracted post is gone, and one that is not out was never there", async () => {
  const posts = [
    makePublished({ id: "d-8", state: "retracted" }),
    makePublished({ id: "d-9", state: "draft" }),
  ];
  const address = await open(makeReading(posts));
  const gone = await fetch(`${address}/p/d-8`);
  expect([gone.status, (await fetch(`${address}/p/d-9`)).status]).toEqual([410, 404]);
  expect(await gone.text()).not.toContain("summit report");
  expect(await read(`${address}/e/e-1`)).not.toContain("/p/d-8");
});

test("an unknown address is answered in the site's own style", async () => {
  const answer = await fetch(`${await open(makeReading())}/none`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toMatch(/noindex[\s\S]*There is nothing here/);
});

test("an error is told to the operator, not to the visitor", async () => {
  const told: string[] = [];
  const reading = makeReading([], {
    published: () => Promise.reject(new Error("ledger of /var/lib is locked")),
  });
  const answer = await fetch(`${await open(reading, (error) => told.push(error.message))}/`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/locked|\bat \//);
  expect(told).toEqual(["ledger of /var/lib is locked"]);
});

test("HEAD answers like GET without the body, and other methods are not allowed", async () => {
  const address = await open(makeReading([makePublished()]));
  const [got, asked] = await Promise.all([fetch(address), fetch(address, { method: "HEAD" })]);
  expect([asked.status, await asked.text()]).toEqual([200, ""]);
  expect(asked.headers.get("etag")).toBe(got.headers.get("etag"));
  const posted = await fetch(address, { method: "POST" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("a page that did not change is answered with 304", async () => {
  const address = await open(makeReading([makePublished()]));
  const etag = (await fetch(address)).headers.get("etag") ?? "";
  expect((await fetch(address, { headers: { "If-None-Match": etag } })).status).toBe(304);
});

test("the stylesheet of a page is there, may be kept for ever and asks nobody else", async () => {
  const address = await open(makeReading());
  const [, path] = (await read(address)).match(/rel="stylesheet" href="([^"]+)"/) ?? [];
  const answer = await fetch(address + path);
  expect(answer.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(await answer.text()).not.toMatch(/@import|url\(/);
});

test("the bell and the robots' file are there", async () => {
  const address = await open(makeReading());
  expect((await fetch(`${address}/favicon.ico`)).headers.get("content-type")).toBe("image/svg+xml");
  expect(await read(`${address}/robots.txt`)).toContain("Disallow: /desk");
});

test("behind a proxy that serves it in a folder, links stay in the folder", async () => {
  const reading = makeReading([makePublished()]);
  const page = await read(
    await open({ ...reading, site: { ...reading.site, url: "https://example.org/bells" } }),
  );
  expect(page).toContain('href="/bells/p/d-1"');
  expect(page).toContain('href="https://example.org/bells/"');
});
