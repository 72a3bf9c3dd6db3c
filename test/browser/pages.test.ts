import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { doorList } from "../../src/web/team/doors.ts";
import { issue, join, openBelfry } from "./belfry.ts";
import { missing, reason, useBrowser } from "./browser.ts";
import { pagesOf } from "./pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page as it stands there, in words. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** A team's Carillon in which something is sent, something waits, and something needs somebody. */
async function someBelfry() {
  const belfry = await openBelfry();
  await belfry.bring(issue);
  belfry.wait(4);
  await belfry.app.dispatcher.runDue();
  const [reminder] = await belfry.app.ledger.deliveries.list({ states: ["scheduled"] });
  const held = { state: "held", reason: "The picture is missing: add one, and release it." } as const;
  await belfry.app.ledger.deliveries.change(reminder?.id ?? "", ["scheduled"], held, belfry.app.now());
  return belfry;
}

/** Until no colour is on its way to another. */
const settle = `Promise.all(document.getAnimations().map((one) => one.finished))`;
const unfold = `document.querySelectorAll("details").forEach((one) => (one.open = true))`;

describe.skipIf(missing)(`every page, in a browser ${reason}`, () => {
  const open = useBrowser();

  test("is in the list that the others go through", async () => {
    const listed = new Set(
      Object.values(await pagesOf(await someBelfry())).map((path) => path.split("?")[0]),
    );
    const plain = doorList.filter((door) => /^GET \/desk[^:.]*$/.test(door)).map((door) => door.slice(4));
    expect(plain.filter((path) => !listed.has(path))).toEqual([]);
  });

  test("axe finds what is wrong where something is", async () => {
    const { page } = await open();
    await page.setContent("<img src='x'><p style='color: #ddd; background: #eee'>faint</p>");
    expect((await faultsOf(page)).map((fault) => fault.split(":")[0])).toEqual(
      expect.arrayContaining(["image-alt", "color-contrast"]),
    );
  });

  test("has no fault that axe finds, in the light and in the dark", { timeout: 120_000 }, async () => {
    const belfry = await someBelfry();
    const { page, complaints } = await open({ bypassCSP: true });
    await join(page, belfry, "administrator", "Anna");
    const faults: string[] = [];
    for (const [name, path] of Object.entries(await pagesOf(belfry))) {
      await page.goto(belfry.url + path);
      await page.evaluate(unfold);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(settle);
        faults.push(...(await faultsOf(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
  });

  test("is no wider than a phone, asks only this site, and does not move while it loads", async () => {
    const belfry = await someBelfry();
    const { page, complaints } = await open({ viewport: { width: 320, height: 800 } });
    await page.addInitScript(`window.shifts = []; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });`);
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(new URL(request.url()).host));
    await join(page, belfry, "administrator", "Anna");
    const wide: string[] = [];
    const shifted: string[] = [];
    for (const [name, path] of Object.entries(await pagesOf(belfry))) {
      await page.goto(belfry.url + path);
      shifted.push(...(await page.evaluate<number[]>("window.shifts")).map((shift) => `${name}: ${shift}`));
      await page.evaluate(unfold);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (width > 320) wide.push(`${name}: ${width}`);
    }
    expect({ wide, shifted }).toEqual({ wide: [], shifted: [] });
    expect([...asked]).toEqual([new URL(belfry.url).host]);
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
  });

  test("needs one document, one style sheet and little script", async () => {
    const belfry = await someBelfry();
    const { page } = await open();
    await join(page, belfry, "administrator", "Anna");
    const sizes = { script: 0, stylesheet: 0, document: 0 };
    const types: string[] = [];
    page.on("response", async (response) => {
      const type = response.request().resourceType();
      types.push(type);
      if (type in sizes) {
        const { gzipSync } = await import("node:zlib");
        sizes[type as keyof typeof sizes] += gzipSync(await response.body()).length;
      }
    });
    await page.goto(`${belfry.url}/desk/calendar?day=2026-03-10`, { waitUntil: "networkidle" });
    console.log(`calendar, compressed: ${JSON.stringify(sizes)} bytes`);
    expect(types.filter((type) => type === "stylesheet")).toHaveLength(1);
    expect(sizes.script).toBeLessThan(60 * 1024);
    expect(sizes.stylesheet).toBeLessThan(20 * 1024);
  });
});
