import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createSite } from "../../src/web/site.ts";
import { makePreview, makeReading } from "./fixtures.ts";
import { askAs, open, read } from "./visit.ts";

const unhealthy = {
  ok: false,
  problems: ["Source `german` does not answer: check its address."],
  alarms: [],
  figures: { due: 2 },
};

test("the desk shows every post as it will be, with its count, card and time", async () => {
  const card = { url: "https://www.news.example.org/x", title: "October", description: "News", image: null };
  const page = await read(
    `${await open(makeReading([], { previews: async () => [makePreview({ card })] }))}/desk`,
  );
  expect(page).toContain("104 / 500");
  expect(page).toContain('<p class="host">news.example.org</p>');
  expect(page).toContain('<time datetime="2026-11-06T15:00:00.000Z">Fri 6 Nov, 16:00 CET</time>');
  expect(page).toContain('<span class="state draft">draft</span>');
  expect(page).toContain('<span class="mark">#Bells</span>');
});

test("a text that is too long says so", async () => {
  const parts = [{ text: "Long", length: 1_292, limit: 1_280 }];
  const page = await read(
    `${await open(makeReading([], { previews: async () => [makePreview({ parts })] }))}/desk`,
  );
  expect(page).toContain("1,292 / 1,280 too long");
});

test("a channel without an account shows what it would say, and how to add one", async () => {
  const note = 'accounts:\n  li: { channel: li, accessToken: "${TOKEN}" }';
  const preview = makePreview({ id: null, account: null, state: null, dueAt: null, reason: null, note });
  const page = await read(`${await open(makeReading([], { previews: async () => [preview] }))}/desk`);
  expect(page).toContain("No account yet: add one like this");
  expect(page).toContain("accounts:\n  li: { channel: li, accessToken: &quot;${TOKEN}&quot; }");
  expect(page).toContain("All is well");
});

test("what a person posts by hand has the network's page, words to copy, images and how to confirm", async () => {
  const hand = {
    person: "Anna",
    share: "https://fedi.example/share?text=Bells+%26+more",
    confirm: "carillon resolve d-3 --permalink URL",
  };
  const media = [{ url: "https://news.example.org/bell.png", alt: "A bell <of bronze>" }];
  const parts = [{ text: "Bells & more\n</textarea>", length: 12, limit: 500 }];
  const preview = makePreview({ state: "handed", hand, media, parts, reason: "Anna posts it." });
  const page = await read(`${await open(makeReading([], { previews: async () => [preview] }))}/desk`);
  expect(page).toContain('href="https://fedi.example/share?text=Bells+%26+more"');
  expect(page).toMatch(/<textarea readonly[^>]*>Bells &amp; more\n&lt;\/textarea&gt;<\/textarea\s*>/);
  expect(page).toMatch(/<textarea readonly[^>]*>A bell &lt;of bronze&gt;<\/textarea\s*>/);
  expect(page).toContain('href="https://news.example.org/bell.png"');
  expect(page).toContain("<code>carillon resolve d-3 --permalink URL</code>");
  expect(page).toMatch(/Needs a person[\s\S]*Anna posts it/);
});

test("what needs a person stands first", async () => {
  const reading = makeReading([], { previews: async () => [makePreview()], health: async () => unhealthy });
  const page = await read(`${await open(reading)}/desk`);
  expect(page).toMatch(/Needs a person[\s\S]*german[\s\S]*Two people must approve it/);
});

test("the desk opens on this machine only", async () => {
  const address = `${await open(makeReading())}/desk`;
  const local = new URL(address).host;
  const asked = [
    { host: local },
    { host: local.replace("127.0.0.1", "localhost") },
    { host: local, "x-forwarded-for": "203.0.113.7" },
    { host: local, forwarded: "for=203.0.113.7" },
    { host: "rebound.example" },
  ].map((headers) => askAs(address, headers));
  expect(await Promise.all(asked)).toEqual([200, 200, 403, 403, 403]);
});

test("a proxy that speaks HTTP/1.0 and names nobody is refused", async () => {
  const { port } = new URL(await open(makeReading()));
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`GET /desk HTTP/1.0\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  expect(await text(socket)).toContain(" 403 Forbidden");
});

test("a request of unknown origin is refused, and told why and how", async () => {
  const answer = await createSite(makeReading()).request("http://localhost/desk");
  expect(answer.status).toBe(403);
  expect(await answer.text()).toMatch(/only on the machine[\s\S]*ssh -L 4747:localhost:4747/);
});

test("the desk is never kept by a cache nor listed by a search engine", async () => {
  const answer = await fetch(`${await open(makeReading())}/desk`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toContain('<meta name="robots" content="noindex" />');
});

test("health is judged by outcomes, and strangers learn only how many problems there are", async () => {
  const address = `${await open(makeReading([], { health: async () => unhealthy }))}/healthz`;
  const [here, there] = await Promise.all([
    fetch(address),
    fetch(address, { headers: { via: "1.1 proxy" } }),
  ]);
  expect([here.status, await here.json()]).toEqual([503, unhealthy]);
  expect([there.status, await there.json()]).toEqual([503, { ok: false, problems: 1 }]);
  expect((await fetch(`${await open(makeReading())}/healthz`)).status).toBe(200);
});

test("the site is ready once it can read", async () => {
  const broken = makeReading([], { published: () => Promise.reject(new Error("closed")) });
  const ready = await Promise.all(
    [makeReading(), broken].map(async (one) => fetch(`${await open(one)}/readyz`)),
  );
  expect(ready.map(({ status }) => status)).toEqual([200, 503]);
});
