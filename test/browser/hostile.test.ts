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

/** What would imitate, count or reach beyond. */
const traps = `<h1 id="main" class="problem">Sign in again</h1><form action="/desk/hold" method="post"><button class="first">Hold everything</button></form>
  <img src="https://count.example.org/pixel.gif" width="1" height="1"><img src="/desk/release" alt="A bell"><a href="/desk/people" target="_top" hx-post="/desk/hold" hx-trigger="load">here</a>
  <div style="position:fixed;inset:0;background:red" hx-get="/desk/people" hx-trigger="load">over all</div><style>body{display:none}</style><link rel="stylesheet" href="https://count.example.org/a.css">
  <iframe src="https://count.example.org/"></iframe><video src="https://count.example.org/a.mp4" autoplay></video><svg><image href="https://count.example.org/b.png"/></svg><base href="https://count.example.org/"><meta http-equiv="refresh" content="0;url=https://count.example.org/">`;

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

  test("the newsletter as it came fetches nothing, acts on nothing, and stays within its frame", async () => {
    const belfry = await openBelfry({ review: { approvals: 1, expires: null } });
    const { page, context, complaints } = await open();
    await join(page, belfry, "administrator", "Anna");
    await belfry.bring({ title: "March", body: body + traps });
    const { "team-entry": path } = await pagesOf(belfry);
    await page.goto(belfry.url + path, { waitUntil: "networkidle" });
    const asked: string[] = [];
    const before = complaints.length;
    context.on("request", (request) => asked.push(request.url()));
    await page.getByRole("link", { name: "Show the newsletter as it came" }).click();
    const frame = page.getByRole("region", { name: "What the newsletter says" });
    await frame.getByRole("heading", { name: "Sign in again", level: 3 }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked).toEqual([`${belfry.url}${path}/source`]);
    const found = await page.evaluate<object>(`(() => {
      const quoted = document.querySelector(".quoted");
      return {
        acting: quoted.querySelectorAll("form, input, button, img, iframe, svg, style, [id], [class], [style], [name]").length,
        foreign: [...quoted.querySelectorAll("*")].flatMap(({ attributes }) => [...attributes].map(({ name }) => name))
          .filter((name) => !["href", "rel", "dir", "lang"].includes(name)),
        links: [...quoted.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"))
          .filter((href) => !/^(https?:|mailto:)/.test(href)),
      };
    })()`);
    expect(found).toEqual({ acting: 0, foreign: [], links: [] });
    expect(await page.evaluate("window.hurt ?? null")).toBeNull();
    expect(complaints.slice(before)).toEqual([]);
  });
});
