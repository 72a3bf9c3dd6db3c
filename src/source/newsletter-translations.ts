import type { Translation } from "../model/entry.ts";
import { type Block, webLinks } from "./block.ts";
import { findLanguages } from "./language.ts";
import { isTranslationsHeading } from "./newsletter-phrases.ts";
import type { Part } from "./section.ts";

/** Where the newsletter says that it can be read in other languages. */
export function readTranslations(parts: readonly Part[]): Translation[] {
  const listed = parts.filter(({ path }) => isTranslationsHeading(path.at(-1) ?? ""));
  const all = listed.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "item").flatMap(readItem));
  return all.filter(({ language, url }, index) => index === firstIndex(all, language, url));
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
