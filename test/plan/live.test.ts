import { describe, expect, it } from "vitest";
import type { FoundImage, FoundPage } from "../../src/model/page.ts";
import { cardLacks, imageLacks, linkLacks, nextLook, pageLacks } from "../../src/plan/live.ts";

const url = "https://news.example/march/";
const page = (changes: Partial<FoundPage> = {}): FoundPage => ({
  url,
  at: url,
  status: 200,
  trouble: null,
  html: "<p>",
  ...changes,
});
const image = (changes: Partial<FoundImage> = {}): FoundImage => ({
  ...page(),
  url: "https://news.example/march.png",
  type: "image/png",
  format: "PNG",
  size: { width: 1200, height: 630 },
  bytes: 200_000,
  ...changes,
});

describe("a page", () => {
  it("is there when it answers 200 over https, after redirects", () => {
    expect(pageLacks(page({ url: "http://news.example/march/" }), true)).toEqual([]);
    expect(pageLacks(page({ status: 404 }), true)).toEqual([`${url} answers 404`]);
    expect(pageLacks(page({ at: "http://news.example/march/" }), true)).toEqual([
      "http://news.example/march/ is not served over https",
    ]);
    expect(pageLacks(page({ at: "http://news.example/march/" }), false)).toEqual([]);
  });
  it("is not there while a site sends everybody to its front page", () => {
    expect(pageLacks(page({ at: "https://news.example/" }), true)).toEqual([
      `${url} leads to the front page of its site`,
    ]);
  });
  it("that nobody reaches is told with the reason, and no word of trying again", () => {
    const trouble = "news.example could not be reached or broke off (ECONNREFUSED): it is tried again later.";
    expect(pageLacks(page({ status: null, trouble }), true)).toEqual([
      "news.example could not be reached or broke off (ECONNREFUSED)",
    ]);
  });
});

it("lets a story's link be, where only programs are turned away", () => {
  expect([200, 403, 429].flatMap((status) => linkLacks(page({ status })))).toEqual([]);
  expect(linkLacks(page({ status: 410 }))).toEqual([`the story's link ${url} answers 410`]);
});

it("names all that a card lacks", () => {
  const card = { url, title: "", description: "", image: null };
  expect(cardLacks(card, url, true)).toEqual([
    "the page's card has no title (og:title), no description (og:description), no image (og:image)",
  ]);
  expect(cardLacks({ ...card, title: "T", description: "D" }, url, false)).toEqual([]);
  expect(cardLacks(null, url, false)).toEqual([`${url} is no web page, so it has no card`]);
});

describe("a card's image", () => {
  const of = (found: Partial<FoundImage>, needs = {}) => imageLacks(name, image(found), needs);
  const name = "the card's image https://news.example/march.png";
  it("loads and is an image, whatever kind its server calls it", () => {
    expect(of({ type: "image/jpeg" })).toEqual([]);
    expect(of({ status: 404 })).toEqual([`${name} answers 404`]);
    expect(of({ type: "text/html" })).toEqual([`${name} is no PNG, JPEG, GIF or WebP image`]);
    expect(of({ format: null })).toEqual([`${name} is no PNG, JPEG, GIF or WebP image`]);
  });
  it("fits the network", () => {
    expect(of({ bytes: 2_400_000 }, { maxBytes: 1_000_000 })).toEqual([
      `${name} has 2.4 MB, and 1 MB are the most here`,
    ]);
    expect(of({ size: { width: 120, height: 80 } }, { minWidth: 200, minHeight: 200 })).toEqual([
      `${name} has 120 × 80 pixels, and 200 × 200 are the least here`,
    ]);
    expect(of({ size: { width: 5000, height: 80 } }, { maxSide: 4096 })).toHaveLength(1);
    expect(of({ size: null }, { minWidth: 200 })).toEqual([]);
  });
});

it("looks each minute at first, then every five, then every fifteen, on the clock", () => {
  const since = new Date("2026-03-10T12:00:20Z");
  const after = (seconds: number) => nextLook(since, new Date(since.getTime() + seconds * 1000));
  expect(after(0)).toEqual(new Date("2026-03-10T12:01:00Z"));
  expect(after(700)).toEqual(new Date("2026-03-10T12:15:00Z"));
  expect(after(3700)).toEqual(new Date("2026-03-10T13:15:00Z"));
});
