import type { Link } from "./block.ts";

/** Markdown's links that a typing error left as text: `[label](https://example.org title`. */
const leftover = /\[([^[\]]{1,300})\](?:\(+\s*(https?:\/\/[^\s()<>]+)[^()\n]{0,200}\)?|\(\s*$)/gi;
const remains = /\]\(+\s*https?:\/\/[^\s)]*\)?/gi;

interface Linked {
  readonly text: string;
  readonly links: readonly Link[];
}

/** Makes links again of what was meant as links, so that no reader sees their brackets. */
export function repairLinks(text: string, links: readonly Link[]): Linked {
  if (!text.includes("](")) return { text, links };
  const repaired: Link[] = [];
  let done = "";
  let from = 0;
  for (const match of text.matchAll(leftover)) {
    const [whole, label = "", url] = match;
    repaired.push(...linksBetween(links, from, match.index, done.length - from));
    done += text.slice(from, match.index);
    if (url !== undefined) repaired.push({ url: safeUrl(url), text: label, at: done.length });
    done += label;
    from = match.index + whole.length;
  }
  repaired.push(...linksBetween(links, from, text.length + 1, done.length - from));
  return { text: (done + text.slice(from)).replace(remains, ""), links: repaired };
}

function linksBetween(links: readonly Link[], from: number, to: number, shift: number): Link[] {
  return links
    .filter(({ at }) => at >= from && at < to)
    .map(({ url, text, at }) => ({ url, text, at: at + shift }));
}

function safeUrl(url: string): string | null {
  const host = URL.parse(url)?.hostname ?? "";
  return host.includes(".") ? new URL(url).href : null;
}
