import { brotliDecompressSync } from "node:zlib";
import { request } from "node:http";
import { expect, test } from "vitest";
import { copy, issue, makePublished, makeReading } from "./fixtures.ts";
import { open, read } from "./visit.ts";

const tower = "Tower 2.0 has been released. It rings on time.";

test("lines that begin with a bullet are a list, and those that name a story lead to it", async () => {
  const text = "In this issue:\n• Tower 2.0 has been released…\n• A summit report";
  const page = await read(`${await open(makeReading([makePublished({}, { text })]))}/p/d-1`);
  expect(page.replaceAll(/\s+/g, " ")).toMatch(
    /<p dir="auto"> ?In this issue: ?<\/p>\s*<ul dir="auto"> ?<li> ?<a href="https:\/\/tower\.example\/2\.0" rel="noopener">Tower 2\.0 has been released…<\/a> ?<\/li> ?<li> ?A summit report ?<\/li> ?<\/ul>/,
  );
});

test("one dash begins a sentence, not a list", async () => {
  const page = await read(`${await open(makeReading([makePublished({}, { text: "One.\n– Two." })]))}/p/d-1`);
  expect(page).not.toContain("<li>");
});

test("the link that stands below is not written out in the text as well, and a long address is its server", async () => {
  const text = `Two releases.\n\n${issue.url}\n\nhttps://long.example/${"very/".repeat(20)}`;
  const page = await read(
    `${await open(makeReading([makePublished({}, { text, title: "October" })]))}/p/d-1`,
  );
  expect(page.match(/<a class="read" href="https:\/\/news\.example\.org\/blog\/october\/"/g)).toHaveLength(1);
  expect(page).not.toContain(">news.example.org/blog/october<");
  expect(page).toMatch(/>long\.example\/…<\/a/);
});

test("a post about a story leads to the issue that it is from", async () => {
  const text = `${tower}\n\nFrom “${issue.title}”.`;
  const address = await open(makeReading([makePublished({ story: "tower" }, { title: null, text })]));
  expect(await read(`${address}/p/d-1`)).toMatch(
    /From “<a href="\/e\/e-1">The Bell Newsletter October 2026<\/a\s*>”\./,
  );
  expect(await read(`${address}/feed.atom`)).toContain("href=&quot;https://bells.example.org/e/e-1&quot;");
});

test("link previews are told the title alone, language, times and picture, and what their network asks for", async () => {
  const page = await read(`${await open(makeReading([makePublished()]))}/p/d-1`);
  const told = [...page.matchAll(/<meta (?:property|name)="([\w:]+)"\s+content="([^"]*)"/g)].map(
    ([, name, content]) => [name, content],
  );
  expect(Object.fromEntries(told)).toMatchObject({
    "og:type": "article",
    "og:site_name": "Bells &amp; Friends",
    "og:title": "The Bell Newsletter October 2026",
    "og:url": "https://bells.example.org/p/d-1",
    "og:locale": "en_US",
    "article:published_time": "2026-11-05T15:00:02.000Z",
    "og:image": "https://news.example.org/cover.png",
    "og:image:alt": "A cover with three bells",
    "fedi:card": "large",
  });
});

test("a picture whose size is known keeps its place, on the page and in previews", async () => {
  const url = "https://bells.example.org/pictures/a.png";
  const one = makePublished({}, { media: [{ url, alt: "Three bells" }] });
  const sizes = new Map([[url, { width: 600, height: 1100 }]]);
  const page = await read(`${await open(makeReading([{ ...one, sizes }]))}/p/d-1`);
  expect(page).toMatch(/alt="Three bells"\s+width="600"\s+height="1100"/);
  expect(page).toContain('<meta property="og:image:width" content="600" />');
});

test("two accounts on one network are told apart, and an edit is said", async () => {
  const one = makePublished({
    receipt: {
      remoteId: "d-1",
      permalink: null,
      at: "2026-11-05T15:00:02.000Z",
      data: { updated: "2026-11-08T09:00:00.000Z" },
    },
  });
  const deliveries = [...one.deliveries, { ...copy, id: "d-3", account: "second" }];
  const page = await read(`${await open(makeReading([{ ...one, deliveries }]))}/p/d-1`);
  expect(page).toContain(">Fedi (fosstodon)</a");
  expect(page).toContain(">Fedi (second)</a");
  expect(page).toMatch(/Changed\s+<time class="dt-updated" datetime="2026-11-08T09:00:00.000Z">/);
});

test("the site speaks its own language, and says of each text which that is in", async () => {
  const reading = makeReading([makePublished()]);
  const address = await open({ ...reading, site: { ...reading.site, language: "de" } });
  const page = await read(`${address}/`);
  expect(page).toContain('<html lang="de">');
  expect(page).toContain("Was drinsteht");
  expect(page).toContain("5. November 2026 um 16:00");
  expect(page).toMatch(/h-entry" lang="en"/);
  expect(await read(`${address}/e/e-1`)).toMatch(/Auch auf[\s\S]*>\s*Diese Seite<\/a/);
});

test("an entry that has pages here in several languages names them to search engines", async () => {
  const german = { ...issue, language: "de", url: "https://news.example.org/de/blog/october/" };
  const reading = makeReading([makePublished(), makePublished({ id: "d-4", entry: "e-2" }, {}, german)]);
  const page = await read(`${await open(reading)}/e/e-1`);
  expect(page).toContain('<link rel="alternate" hreflang="en" href="https://bells.example.org/e/e-1" />');
  expect(page).toContain('<link rel="alternate" hreflang="de" href="https://bells.example.org/e/e-2" />');
  expect(page).not.toContain('<link rel="alternate" hreflang="pt-BR"');
});

test("pages come in fewer bytes to those who take them, and the same in another packing is not sent again", async () => {
  const address = await open(makeReading([makePublished()]));
  const ask = (encoding: string) =>
    new Promise<{ headers: NodeJS.Dict<string | string[]>; bytes: Buffer }>((resolve, reject) => {
      const headers = { "accept-encoding": encoding };
      request(`${address}/`, { headers, agent: false }, async (answer) => {
        resolve({ headers: answer.headers, bytes: Buffer.concat(await answer.toArray()) });
      })
        .on("error", reject)
        .end();
    });
  const [plain, packed] = [await ask("identity"), await ask("gzip, deflate, br")];
  expect(packed.headers["content-encoding"]).toBe("br");
  expect(packed.headers["vary"]).toBe("Accept-Encoding");
  expect(packed.headers["etag"]).toBe(plain.headers["etag"]);
  expect(brotliDecompressSync(packed.bytes)).toEqual(plain.bytes);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
});
