import type { Network } from "../model/entry.ts";
import { type Block, webLinks } from "./block.ts";
import { asksToShare, isTranslationsHeading } from "./newsletter-phrases.ts";
import { isTranslation } from "./newsletter-translations.ts";
import type { Part } from "./section.ts";

/** Where the newsletter says that its publisher can be followed. */
export function readNetworks(parts: readonly Part[]): Network[] {
  const found = parts.filter(isAboutSharing).flatMap(({ blocks }) => blocks.flatMap(readItem));
  return found.filter(({ url }, index) => index === found.findIndex((other) => other.url === url));
}

function isAboutSharing({ path, blocks, boilerplate }: Part): boolean {
  const heading = path.at(-1) ?? "";
  if (!boilerplate || isTranslationsHeading(heading)) return false;
  return asksToShare(heading) || blocks.some(({ kind, text }) => kind === "paragraph" && asksToShare(text));
}

/** `[Name](address)`, `Name: [host](address)`, `Name: address`. */
function readItem(block: Block): Network[] {
  const [link, other] = webLinks(block);
  if (block.kind !== "item" || link === undefined || other !== undefined || block.text.length > 120)
    return [];
  if (isTranslation(block)) return [];
  const before = block.text.slice(0, link.at).replace(/[:\s–-]+$/, "");
  const name = before === "" ? link.text : before;
  return [{ name, url: link.url }];
}
