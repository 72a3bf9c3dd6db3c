import { html } from "hono/html";

/** Markup that is escaped already. */
export type Html = ReturnType<typeof html>;

const linkOrMark =
  /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}_/&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*|(?<![\p{L}\p{N}_/.])@[\w-]+(?:[@.][\w-]+(?:\.[\w-]+)*)?/gu;

/** Plain text as paragraphs; links become links, hashtags and mentions are marked. */
export function showText(text: string, shorten: (url: string) => string = nameLink): Html {
  const paragraphs = text.trim().split(/\n[^\S\n]*\n\s*/u);
  return html`${paragraphs.map((one) => html`<p dir="auto">${one.split("\n").map((line, at) => showLine(line, at, shorten))}</p>`)}`;
}

function showLine(line: string, at: number, shorten: (url: string) => string): Html {
  return html`${at > 0 && html`<br />`}${cutPieces(line).map((piece) => showPiece(piece, shorten))}`;
}

function showPiece(piece: string, shorten: (url: string) => string): Html {
  if (/^https?:/u.test(piece)) return html`<a href="${piece}" rel="noopener">${shorten(piece)}</a>`;
  return /^[#@]./u.test(piece) ? html`<span class="mark">${piece}</span>` : html`${piece}`;
}

/** The text in order, each link, hashtag and mention as a piece of its own. */
function cutPieces(line: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: found, index } of line.matchAll(linkOrMark)) {
    const piece = trimLink(found);
    pieces.push(line.slice(end, index), piece);
    end = index + piece.length;
  }
  return [...pieces, line.slice(end)];
}

/** Without the punctuation of the sentence around it; a closing bracket stays where the link opens one. */
function trimLink(found: string): string {
  if (!found.startsWith("http")) return found;
  const bare = found.replace(/[.,;:!?'"»”’*]+$/u, "");
  const unopened = /[)\]]$/u.test(bare) && !/[([]/u.test(bare);
  if (unopened) return trimLink(bare.slice(0, -1));
  return bare;
}

/** A link as a reader wants to see it. */
function nameLink(url: string): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/u, "").replace(/\/$/u, "");
  return shortenText(bare, 48);
}

export function writeOut(url: string): string {
  return url;
}

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
  return unsafe.has(new URL(url).protocol) ? null : url;
}

/** The server's name of an address; the address itself where it has none. */
export function readHost(url: string): string {
  return (URL.canParse(url) && new URL(url).host.replace(/^www\./u, "")) || url;
}

const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Without the characters that XML 1.0 cannot hold (section 2.2), such as control characters and lone surrogates. */
export function dropIllegal(text: string): string {
  return text.replace(illegal, "");
}
