import { findLinks } from "../channel/links.ts";

/** The text with every link once: later ones are taken out with the white space before them. */
export function withoutRepeats(text: string): string {
  const seen = new Set<string>();
  const repeated = findLinks(text, { bare: false }).filter(({ url }) => seen.size === seen.add(url).size);
  return repeated.reduceRight(
    (rest, { start, end }) => rest.slice(0, start).trimEnd() + rest.slice(end),
    text,
  );
}

/** A story's text without the link that the post carries anyway. */
export function withoutLink(text: string, link: string | null): string {
  const bare = bareOf(link ?? "");
  if (bare === "" || !text.includes(bare)) return text;
  const found = findLinks(text, { bare: true }).filter(({ url }) => bareOf(url) === bare);
  const without = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return (
    without
      .replace(/\s*\(\s*\)|(?<![\s:])[\s:]+$/g, "")
      .replace(/\s+/g, " ")
      .trim() || text
  );
}

const bareOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, "");
