import type { Translation } from "../model/entry.ts";
import { type Block, webLinks } from "./block.ts";
import { findLanguages } from "./language.ts";
import { isTranslationsHeading } from "./newsletter-phrases.ts";
import type { Part } from "./section.ts";

/** Where the newsletter says that it can be read in other languages. */
export function readTranslations(parts: readonly Part[]): Translation[] {
  const all = parts
    .filter(({ boilerplate }) => boilerplate)
    .flatMap((part) => {
      const items = part.blocks.filter(({ kind }) => kind === "item");
      const listed = isTranslationsHeading(part.path.at(-1) ?? "") ? items : items.filter(isTranslation);
      return listed.flatMap(readItem);
    });
  return all.filter(({ language, url }, index) => index === firstIndex(all, language, url));
}

/** `Italian: …`, `[Italian](…)`: outside the list of translations, only what begins with a language is one. */
export function isTranslation(block: Block): boolean {
  const label = block.text.split(/[:(]/, 1)[0] ?? "";
  return label.length < 30 && findLanguages(label).length > 0;
}

function firstIndex(all: readonly Translation[], language: string, url: string): number {
  return all.findIndex((other) => other.language === language && other.url === url);
}

/** A language is named before its links, or is the link's own text. */
function readItem(block: Block): Translation[] {
  let languages: string[] = [];
  let from = 0;
  return webLinks(block).flatMap(({ text, url, at }) => {
    const named = [findLanguages(text), findLanguages(block.text.slice(from, at))].find(
      ({ length }) => length > 0,
    );
    languages = named ?? languages;
    from = at + text.length;
    return languages.map((language) => ({ language, url }));
  });
}
