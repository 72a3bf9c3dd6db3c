import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchCard, readCard } from "../../src/source/card.ts";
import { someEntry } from "../fixtures/entry.ts";
import { present, readShared } from "./shared-data.ts";

interface Truth {
  base?: string;
  title?: string;
  description?: string;
  image?: string | null;
  image_alt?: string;
  url?: string;
  canonical?: string;
  redirect?: string;
}

const truths = present
  ? Object.entries(JSON.parse(readShared("opengraph/truth.json").toString()) as Record<string, Truth>)
  : [];
const shown = (text: string) => text.replace(/\s+/g, " ").replace(/ \| XMPP - .*$/, "");

describe.runIf(present)("the card of a real or awkward page", () => {
  const pages = truths.filter(([, truth]) => truth.redirect === undefined);
  it.each(pages)("%s has its title, text, picture and address", (file, truth) => {
    const base = truth.base ?? truth.canonical ?? "";
    const card = readCard(readShared(`opengraph/${file}`).toString(), base);
    expect(card).toMatchObject({
      title: shown(truth.title ?? ""),
      description: shown(truth.description ?? card.description),
      url: truth.url ?? truth.canonical ?? base,
      redirect: null,
    });
    expect(card.image?.url ?? null).toBe(truth.image ?? null);
    expect(card.image?.alt ?? "").toBe(truth.image_alt ?? "");
  });

  it("tells where a page that moved leads", () => {
    const moved = truths.find(([, { redirect }]) => redirect !== undefined)!;
    const card = readCard(
      readShared(`opengraph/${moved[0]}`).toString(),
      "https://xmpp.org/2019/12/newsletter/",
    );
    expect(card.redirect).toBe(moved[1].redirect);
  });

  it("shows the entry's picture where the page has only its site's logo", () => {
    const figure = { url: "https://xmpp.org/images/figure.png", alt: "A figure" };
    const html = readShared("opengraph/xmpp-2024-06.html").toString();
    expect(readCard(html, "https://xmpp.org/2024/06/x/", { figure }).image).toEqual(figure);
    const own = readShared("opengraph/own-two-images.html").toString();
    expect(readCard(own, "https://e.example/", { figure }).image?.url).toBe("https://e.example/1.png");
  });
});

describe("a card", () => {
  const read = (head: string, url = "https://a.example/p/") => readCard(`<head>${head}</head>`, url);

  it("has the address of its page, not of its site", () => {
    expect(read(`<meta property="og:url" content="https://a.example/">`).url).toBe("https://a.example/p/");
    expect(read(`<link rel="canonical" href="/">`).url).toBe("https://a.example/p/");
    expect(read(`<meta property="og:url" content="/q/">`).url).toBe("https://a.example/q/");
    expect(read(`<link rel="canonical" href="https://a.example/">`, "https://a.example/").url).toBe(
      "https://a.example/",
    );
  });

  it("has a title without its site's name", () => {
    expect(read("<title>Bells | The Site</title>").title).toBe("Bells");
    expect(
      read(`<meta property="og:site_name" content="The Site"><title>Bells – The Site</title>`).title,
    ).toBe("Bells");
    expect(read("<title>Bells – and looms</title>").title).toBe("Bells – and looms");
    expect(read(`<meta property="og:site_name" content="Bells"><title>Bells</title>`).title).toBe("Bells");
  });

  it("is made of JSON-LD or the first heading where there is nothing else", () => {
    const data = {
      "@graph": [
        { name: "Site" },
        { headline: "Bells", description: "Of bells", image: [{ url: "/b.png" }] },
      ],
    };
    const card = read(
      `<script type="application/ld+json">${JSON.stringify(data)}</script><svg><title>Icon</title></svg>`,
    );
    expect(card).toMatchObject({
      title: "Bells",
      description: "Of bells",
      image: { url: "https://a.example/b.png" },
    });
    expect(read("<h1>One <b>heading</b></h1><h1>Two</h1>").title).toBe("One heading");
    expect(read(`<script type="application/ld+json">{ no</script>`)).toMatchObject({
      title: "",
      image: null,
    });
  });

  it("does not follow a page that only keeps itself new", () => {
    expect(read(`<meta http-equiv="refresh" content="300; url=/other">`).redirect).toBeNull();
    expect(read(`<meta http-equiv="refresh" content="0;URL='/other'">`).redirect).toBe(
      "https://a.example/other",
    );
  });
});

describe("a page that is fetched for its card", () => {
  const latin = Buffer.from(`<meta charset="iso-8859-1"><title>Glöckchen</title>`, "latin1");
  const huge = Buffer.alloc(3_000_000, "x");
  const html = { "content-type": "text/html" };
  const pages: Record<string, [number, Record<string, string>, (string | Buffer)[]]> = {
    "/latin": [200, html, [latin]],
    "/empty": [200, html, ["<p>Nothing</p>"]],
    "/moved": [200, html, [`<meta http-equiv="refresh" content="0; url=/latin"><title>http://…</title>`]],
    "/lost": [200, html, [`<meta http-equiv="refresh" content="0; url=/none"><title>http://…</title>`]],
    "/circle": [200, html, [`<meta http-equiv="refresh" content="0; url=/circle2"><title>Round</title>`]],
    "/circle2": [200, html, [`<meta http-equiv="refresh" content="0; url=/circle"><title>And round</title>`]],
    "/huge": [200, html, ["<title>Huge</title>", huge, "<h1>late</h1>"]],
    "/picture": [200, { "content-type": "image/png" }, ["<title>No</title>"]],
  };
  const asked: string[] = [];
  let server: Server;
  let base = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const [status, headers, parts] = pages[request.url ?? ""] ?? [404, html, ["<title>Not found</title>"]];
      response.writeHead(status, headers);
      for (const part of parts) response.write(part);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const entry = someEntry({ image: { url: "https://a.example/bell.png", alt: "A bell" } });
  const cardOf = (path: string) => fetchCard(base + path, fetch, entry);

  it("is read in its own characters", async () => {
    expect(await cardOf("/latin")).toMatchObject({ url: `${base}/latin`, title: "Glöckchen" });
  });

  it("gets from its entry what it leaves out", async () => {
    const { title, summary: description, image } = entry;
    expect(await cardOf("/empty")).toEqual({ url: `${base}/empty`, title, description, image });
  });

  it("is followed once where it moved", async () => {
    expect(await cardOf("/moved")).toMatchObject({ url: `${base}/latin`, title: "Glöckchen" });
    expect(await cardOf("/lost")).toBeNull();
    asked.length = 0;
    expect((await cardOf("/circle"))?.title).toBe("And round");
    expect(asked).toEqual(["/circle", "/circle2"]);
  });

  it("is read no further than its first megabyte", async () => {
    expect((await cardOf("/huge"))?.title).toBe("Huge");
  });

  it("gives no card where it is missing, no page, or cannot be reached", async () => {
    expect(await cardOf("/none")).toBeNull();
    expect(await cardOf("/picture")).toBeNull();
    expect(await fetchCard("http://127.0.0.1:1/", fetch, entry)).toBeNull();
  });
});
