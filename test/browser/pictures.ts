import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { sparePort } from "../fixtures/browser.ts";
import { launch } from "./browser.ts";

/** `node test/browser/pictures.ts FOLDER`: every page of a running Carillon, on a desk, on a phone and in the dark. */
const folder = resolve(process.argv[2] ?? join(tmpdir(), "carillon-pictures"));
const sample = resolve(import.meta.dirname, "../../config/sample");

const configOf = (
  port: number,
): string => `site: { name: The Carillon Letter, timezone: Europe/Berlin, port: ${port} }
ledger: ./ledger.db
sources:
  sample: { markdown: ${sample}/*-newsletter.md, site: https://bells.example.org, permalink: /:year/:month/:title/, first: announce, maxAge: 36500 }
accounts:
  here: { channel: page }
  fosstodon: { channel: mastodon, server: https://fosstodon.org, accessToken: none }
  bsky: { channel: bluesky, identifier: bells.example.org, password: none }
  x: { channel: twitter, apiKey: none, apiSecret: none, accessToken: none, accessSecret: none }
  li: { channel: linkedin, organization: "123456", accessToken: none }
  reddit: { channel: reddit, subreddit: carillon, handoff: Anna }
campaigns:
  newsletter:
    source: sample
    review: { approvals: 2, expires: 7d }
    steps:
      announcement: { to: [fosstodon, bsky, x, li], at: "next 16:00" }
      highlights: { each: story, sections: [Articles, Software releases], to: [fosstodon, bsky], after: 1d, every: "1d at 10:00", limit: 6 }
      reminder: { to: [fosstodon, x], after: 4d, at: "12:00" }
  page:
    source: sample
    steps:
      announcement: { to: [here], at: now }
      note: { to: [reddit], at: now }
`;

interface Service {
  readonly child: ChildProcess;
  readonly url: string;
  readonly link: string;
}

/** The real program, with a ledger of its own; its words on the terminal say where it is and how to join. */
async function start(): Promise<Service> {
  const home = mkdtempSync(join(tmpdir(), "carillon-pictures-"));
  writeFileSync(join(home, "carillon.yaml"), configOf(await sparePort()));
  const main = resolve(import.meta.dirname, "../../src/main.mjs");
  const child = spawn(process.execPath, [main, "start", "--config", join(home, "carillon.yaml")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const link = /(http:\/\/localhost:\d+)\/join\/[\w-]+/.exec(line);
    if (link) return { child, url: link[1] ?? "", link: link[0] };
  }
  throw new Error("It ended before it said where it is.");
}

async function joinAs(browser: Browser, link: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill("Anna Bell");
  await page.getByLabel("Login").fill("anna");
  await page.getByLabel("Password").fill("three bells at noon");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "Needs you" }).waitFor();
  return context;
}

/** What is in the navigation, the newest entry, one of its posts, and what everybody sees. */
async function listPages(page: Page, url: string): Promise<readonly string[]> {
  const hrefs = (): Promise<string[]> =>
    page
      .locator("main a[href^='/'], nav a[href^='/']")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  await page.goto(`${url}/desk/entries`);
  const first = await hrefs();
  const entry = first.find((path) => /^\/desk\/entries\/\w+$/.test(path)) ?? "/desk/entries";
  await page.goto(url + entry);
  const post = (await hrefs()).find((path) => path.startsWith("/desk/posts/")) ?? "/desk";
  const places = first.filter((path) => /^\/desk(\/[a-z]+)?$/.test(path));
  const views = ["/desk/calendar?view=week", "/desk/calendar?view=list", "/desk/decisions", "/desk/you"];
  return [
    ...new Set(["/", "/sign-in", ...places, ...views, entry, post, entry.replace("/desk/entries", "/e")]),
  ];
}

/** An entry's page at the step that most channels share. */
async function takeForReadme(page: Page, url: string): Promise<void> {
  const entry = (await listPages(page, url)).find((path) => /^\/desk\/entries\/\w+$/.test(path));
  await page.goto(`${url}${entry ?? "/desk"}#step-2`);
  await page.screenshot({ path: join(folder, "readme.png") });
}

const looks = {
  wide: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
} as const;

const nameOf = (path: string): string =>
  path
    .replace(/\/[0-9a-f]{15}$/, "-one")
    .replaceAll(/\W+/g, "-")
    .replace(/^-/, "") || "home";

mkdirSync(folder, { recursive: true });
const service = await start();
const browser = await launch();
const team = await joinAs(browser, service.link);
const state = await team.storageState();
const paths = await listPages(await team.newPage(), service.url);
for (const [look, options] of Object.entries(looks)) {
  const context = await browser.newContext({ ...options, storageState: state });
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(service.url + path, { waitUntil: "load" });
    await page.screenshot({ path: join(folder, `${nameOf(path)}-${look}.png`), fullPage: true });
  }
  if (look === "wide") await takeForReadme(page, service.url);
  await context.close();
}
await browser.close();
service.child.kill();
await once(service.child, "exit");
console.log(`${paths.length * Object.keys(looks).length} pictures are in ${folder}.`);
