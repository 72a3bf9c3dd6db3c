import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";

const path = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const missing = !existsSync(path);
/** To be printed where there is no browser: no test is skipped in silence. */
export const reason = missing ? `skipped: no browser at ${path} (set CHROMIUM)` : "";

/** Without these it asks its maker for updates. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch(): Promise<Browser> {
  const require = createRequire(import.meta.url);
  const { chromium } = require("playwright-core") as typeof import("playwright-core");
  return chromium.launch({ executablePath: path, args: quiet });
}

/** One browser for the tests of a file, and a window of its own for each person. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<Window> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (missing) console.log(reason);
    else browser = await launch();
  });
  afterAll(async () => browser?.close());
  return async (options = {}) => {
    if (browser === undefined) throw new Error(reason);
    const context = await browser.newContext(options);
    context.setDefaultTimeout(25_000);
    onTestFinished(() => context.close());
    return watch(context, await context.newPage());
  };
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: scripts that failed, what its policy forbade. */
  readonly complaints: readonly string[];
}

function watch(context: BrowserContext, page: Page): Window {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { page, context, complaints };
}
