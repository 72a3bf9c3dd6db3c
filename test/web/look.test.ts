import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, missing, reason } from "../browser/browser.ts";
import { makePublished, makeReading } from "./fixtures.ts";
import { open } from "./visit.ts";

if (missing) console.log(reason);

const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung";
const noImage = { image: null };
const posts = [
  makePublished(
    {},
    { title: long, text: `${long} https://news.example.org/${long}/${long} ${long}` },
    noImage,
  ),
  makePublished(
    { id: "d-2" },
    { language: "ar", title: "نشرة أخبار شهر أغسطس", text: "صدر العدد الجديد" },
    noImage,
  ),
];
const reading = makeReading(posts);
const paths = ["/", "/p/d-1", "/e/e-1", "/none"];

describe.skipIf(missing)(`in a browser ${reason}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.each([320, 1280])("no page is wider than a screen of %i pixels", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const widths = await visitAll(page, async () => {
      await page.evaluate(`document.querySelectorAll("details").forEach((one) => (one.open = true))`);
      return page.evaluate<number>("document.documentElement.scrollWidth");
    });
    expect(widths).toEqual(Array(paths.length).fill(width));
    await page.close();
  });

  test("without images, no page asks another server for anything, nor breaks its own policy", async () => {
    const page = await browser.newPage();
    const asked = new Set<string>();
    const complaints: string[] = [];
    page.on("request", (request) => asked.add(new URL(request.url()).hostname));
    page.on("console", (message) => complaints.push(message.text()));
    await visitAll(page, async () => undefined);
    expect([...asked]).toEqual(["127.0.0.1"]);
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    await page.close();
  });

  test("a text written from the right begins at the right", async () => {
    const page = await browser.newPage();
    await page.goto(`${await open(reading)}/p/d-2`);
    expect(await page.evaluate(`getComputedStyle(document.querySelector("h1")).direction`)).toBe("rtl");
    await page.close();
  });

  test("with the keyboard, the first stop is the way past the header, and it can be seen", async () => {
    const page = await browser.newPage();
    await page.goto(await open(reading));
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
    expect((await page.locator(":focus").boundingBox())?.x).toBeGreaterThan(0);
    await page.close();
  });
});

async function visitAll<T>(page: Page, look: () => Promise<T>): Promise<T[]> {
  const address = await open(reading);
  const seen: T[] = [];
  for (const path of paths) {
    await page.goto(address + path);
    seen.push(await look());
  }
  return seen;
}
