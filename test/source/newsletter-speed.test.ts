import { describe, expect, it } from "vitest";
import { readCard } from "../../src/source/card.ts";
import { readNewsletter } from "../../src/source/newsletter.ts";
import { replaceShortcodes } from "../../src/source/shortcode.ts";
import { present, readShared } from "./shared-data.ts";
import { effortOf } from "../fixtures/effort.ts";

const base = "https://news.example/7/";
const times = (text: string, count: number) => text.repeat(count);

const hostile: [string, string][] = [
  ["200 KB of <", times("<", 200_000)],
  ["10,000 nested divs", `${times("<div>", 10_000)}x${times("</div>", 10_000)}`],
  ["nested lists", times("<ul><li>", 25_000)],
  ["tags without an end", times("a<p", 66_000)],
  ["end tags without a beginning", times("<b>", 40_000) + times("</i>", 20_000)],
  ["brackets", `<p>${times("[a](http://x ", 15_000)}`],
  ["links in one paragraph", `<p>${times('<a href="/a-b-c-d">v1.0</a>. A ', 6000)}`],
  ["digits and dots", `<p><a href="/a">${times("1.", 90_000)}</a>`],
  ["spaces", `<p>a${times(" ", 200_000)}b`],
  ["words that placeholders have", `<p>${times("no this month ", 14_000)}`],
  ["headings", times("<h2>Help</h2><h3>b</h3><p>c</p>", 6500)],
  ["languages", `<h2>Translations</h2><ul><li>${times("german ", 28_000)}`],
  ["one long story", `<h2><a href="/a">a</a></h2>${times("<p>t</p>", 25_000)}`],
];

/** The middle one of three: what is compiled meanwhile, or cleared away, is not the text's fault. */
async function measure(act: () => unknown): Promise<number> {
  const taken = [await effortOf(act), await effortOf(act), await effortOf(act)];
  return taken.toSorted((a, b) => a - b)[1]!;
}

describe("hostile text of 200 KB", () => {
  it.each(hostile)("%s is read in 200 ms", async (name, html) => {
    const newsletter = await measure(() => readNewsletter(html, base, "t"));
    const card = await measure(() => readCard(html, base));
    console.log(`${name}: newsletter ${newsletter.toFixed(0)} ms, card ${card.toFixed(0)} ms`);
    expect(newsletter).toBeLessThan(200);
    expect(card).toBeLessThan(200);
  });

  it("as shortcodes without an end is read in 200 ms", async () => {
    expect(await measure(() => replaceShortcodes(times("{{< a ", 33_000)))).toBeLessThan(200);
  });
});

describe.runIf(present)("a feed of 342 whole items, 4.4 MB", () => {
  it("is understood in 1.5 seconds", async () => {
    const xml = readShared("feed/feed.xml").toString();
    const escaped = [...xml.matchAll(/<description>([^<]*)<\/description>/g)].map(([, text = ""]) => text);
    const entities: Record<string, string> = {
      lt: "<",
      gt: ">",
      amp: "&",
      "#34": '"',
      "#39": "'",
      "#xA": "\n",
    };
    const texts = escaped
      .slice(1)
      .map((text) => text.replace(/&([^;]+);/g, (_, name: string) => entities[name] ?? ""));
    const items = Array.from({ length: 342 }, (_, index) => texts[index % texts.length]!.slice(0, 12_865));
    const size = items.join("").length;
    const taken = await measure(() => items.map((html) => readNewsletter(html, base, "t")));
    console.log(`${(size / 1e6).toFixed(2)} MB in ${items.length} items: ${taken.toFixed(0)} ms`);
    expect(size).toBeGreaterThan(4_300_000);
    expect(taken).toBeLessThan(1500);
  });
});
