import type { Image, Network, Section, Translation } from "../model/entry.ts";
import type { Block } from "./block.ts";
import { readBlocks } from "./block-reader.ts";
import { readNetworks } from "./newsletter-networks.ts";
import { namesNewsletter } from "./newsletter-phrases.ts";
import { readTranslations } from "./newsletter-translations.ts";
import { cutParts, type Part } from "./section.ts";
import { readSections } from "./section-kind.ts";

interface Newsletter {
  readonly newsletter: boolean;
  readonly summary: string;
  readonly image: Image | null;
  readonly translations: Translation[];
  readonly networks: Network[];
  readonly sections: Section[];
}

/** Characters of the text in which a newsletter calls itself one. */
const opening = 300;
const longestSummary = 600;

/** What an entry's HTML says. `base` is the entry's address; relative links and pictures are made absolute with it. */
export function readNewsletter(html: string, base: string, title: string): Newsletter {
  const blocks = readBlocks(html, base);
  const parts = cutParts(blocks, title);
  return {
    newsletter: namesNewsletter(title) || namesNewsletter(startOf(blocks)),
    summary: summarise(parts),
    image: blocks.find(({ image }) => image !== null)?.image ?? null,
    translations: readTranslations(parts),
    networks: readNetworks(parts),
    sections: readSections(parts, base),
  };
}

function startOf(blocks: readonly Block[]): string {
  let text = "";
  for (const block of blocks) {
    if (text.length >= opening) break;
    text += `${block.text} `;
  }
  return text.slice(0, opening);
}

/** The first paragraph, or the first item where there is none. */
function summarise(parts: readonly Part[]): string {
  const blocks = parts.flatMap((part) => part.blocks);
  const first = blocks.find(({ kind }) => kind === "paragraph") ?? blocks.find(({ text }) => text !== "");
  return shorten(first?.text ?? "");
}

function shorten(text: string): string {
  if (text.length <= longestSummary) return text;
  const cut = text.slice(0, longestSummary);
  const end = Math.max(cut.lastIndexOf(". ") + 1, cut.lastIndexOf("! ") + 1, cut.lastIndexOf("? ") + 1);
  return end > 0 ? cut.slice(0, end) : `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}
