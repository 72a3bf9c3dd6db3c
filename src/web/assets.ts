import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { raw } from "hono/html";

/** The whole stylesheet. */
export const style: string = [
  "tokens",
  "public",
  "reading",
  "desk",
  "team",
  "forms",
  "lists",
  "board",
  "look",
  "posts",
  "original",
  "pictures",
  "calendar",
  "chips",
  "calendar-ways",
  "channels",
  "results",
  "simulate",
]
  .map((name) => readAsset(`${name}.css`))
  .join("\n");

/** The stylesheet's name changes with its text, so that it may be kept for ever. */
export const styleName: string = `style-${nameText(style)}.css`;

/** Scripts of the team's pages by name, which changes with their text. Every page works without them. */
export const scripts: ReadonlyMap<string, string> = new Map(
  [
    { name: "calendar", text: readAsset("calendar.js") },
    {
      name: "htmx",
      text: readFileSync(fileURLToPath(import.meta.resolve("htmx.org/dist/htmx.min.js")), "utf8"),
    },
  ].map(({ name, text }) => [`${name}-${nameText(text)}.js`, text]),
);
export const scriptNames: readonly string[] = [...scripts.keys()];

/** The site's mark, as a file. */
export const bellFile: string = readAsset("bell.svg");

/** The site's mark, within a page. */
export const bell = raw(bellFile);

function readAsset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}

function nameText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
