import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { raw } from "hono/html";

/** The whole stylesheet. */
export const style: string = ["tokens", "public", "desk", "hand"]
  .map((name) => readAsset(`${name}.css`))
  .join("\n");

/** The stylesheet's name changes with its text, so that it may be kept for ever. */
export const styleName: string = `style-${createHash("sha256").update(style).digest("hex").slice(0, 12)}.css`;

/** The site's mark, as a file. */
export const bellFile: string = readAsset("bell.svg");

/** The site's mark, within a page. */
export const bell = raw(bellFile);

function readAsset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}
