import type { html } from "hono/html";

/** Markup that is escaped already. */
export type Html = ReturnType<typeof html>;

export function shortenText(text: string, max: number): string {
  const letters = [...text];
  return letters.length > max
    ? `${letters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

const unsafe = new Set(["javascript:", "data:", "vbscript:", "file:", "blob:"]);

/** The address where a reader may be sent there; null where it is none, or would run as code. */
export function readLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return unsafe.has(new URL(url).protocol) ? null : url.trim().replaceAll(unfit, writeFit);
}

/** What an address cannot hold, though browsers take it (RFC 3986, section 2). */
const unfit = /%(?![\dA-Fa-f]{2})|[\s"<>\\^`{|}]/gu;

const writeFit = (letter: string): string => encodeURIComponent(letter);

/** The server's name of an address; the address itself where it has none. */
export function readHost(url: string): string {
  return (URL.canParse(url) && new URL(url).host.replace(/^www\./u, "")) || url;
}

const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Without the characters that XML 1.0 cannot hold (section 2.2), such as control characters and lone surrogates. */
export function dropIllegal(text: string): string {
  return text.replace(illegal, "");
}
