import { describe, expect, test } from "vitest";
import { join, openBelfry } from "./belfry.ts";
import { missing, reason, useBrowser } from "./browser.ts";
import { pagesOf } from "./pages.ts";

const script = `<script>window.hurt = 1; alert(1)</script>"'><img src=x onerror="window.hurt = 2; alert(2)"><svg onload="window.hurt = 3">`;
const links = [
  "javascript:window.hurt=4",
  "data:text/html,<script>alert(5)</script>",
  " javascript:alert(6)",
];

const body = `<h2>${script}</h2><ul>${links
  .map(
    (link) => `<li><p><a href="${link}">A story</a> ${script}</p>
  <img src="${link}" alt='${script}' onerror="window.hurt = 7"></li>`,
  )
  .join("")}</ul>
  <h2>Articles</h2><ul><li><p><a href="https://bells.example.org/x?a=%22onclick=alert(8)//">A good link</a> and ${script}</p></li></ul>`;

describe.skipIf(missing)(`a hostile feed, in a browser ${reason}`, () => {
  const open = useBrowser();

  test("runs nothing, on any page, nor where its links are pressed", async () => {
    const belfry = await openBelfry({ review: { approvals: 1, expires: null } });
    const { page, complaints } = await open();
    await join(page, belfry, "administrator", "Anna");
    await belfry.bring({
      title: script,
      body,
      author: script,
      link: "https://bells.example.org/1/?<script>",
    });
    const pages = await pagesOf(belfry);
    for (const path of Object.values(pages)) {
      await page.goto(belfry.url + path);
      await page.evaluate(`document.querySelectorAll("details").forEach((one) => (one.open = true))`);
      const wrong = await page.evaluate<string[]>(
        `[...document.querySelectorAll("a[href], img[src], form[action]")].map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? one.getAttribute("action"))
          .filter((address) => /^\\s*(javascript|data|vbscript):/i.test(address))`,
      );
      expect({ path, wrong, hurt: await page.evaluate("window.hurt ?? null") }).toEqual({
        path,
        wrong: [],
        hurt: null,
      });
    }
    expect(
      complaints.filter((one) => one.startsWith("dialog") || /Content Security Policy/.test(one)),
    ).toEqual([]);
    const shown = await page.goto(belfry.url + (pages["team-entry"] ?? ""));
    expect(await shown?.text()).toContain("window.hurt = 1; alert(1)&quot;&#39;&gt;");
  });
});
