import { html } from "hono/html";
import { type Html, readLink, shortenText } from "./text.ts";

/** What words of a text lead to, beyond the addresses that it writes out. */
export interface Leads {
  /** Where an item of a list leads as a whole; null: nowhere. */
  item(text: string): string | null;
  /** Words that lead somewhere wherever they stand, such as a title. */
  readonly named: { readonly words: string; readonly address: string } | null;
}

export const noLeads: Leads = { item: () => null, named: null };

/** Plain text as paragraphs and lists; links are named, hashtags and mentions marked. */
export function showProse(text: string, leads: Leads): Html {
  const blocks = text
    .trim()
    .split(/\n[^\S\n]*\n\s*/u)
    .flatMap(cutBlocks);
  return html`${blocks.map((block) => (block.list ? showList(block.lines, leads) : showParagraph(block.lines, leads)))}`;
}

interface Block {
  readonly list: boolean;
  readonly lines: readonly string[];
}

const bullet = /^\s*[•‣▪◦*–—-]\s+(?=\S)/u;

/** Neighbouring lines that begin with a bullet are a list. A dash alone may begin a sentence. */
function cutBlocks(paragraph: string): readonly Block[] {
  const lines = paragraph.split("\n");
  const many = lines.filter((line) => bullet.test(line)).length > 1;
  const isItem = (line: string): boolean => (many ? bullet : /^\s*[•‣▪◦]\s+(?=\S)/u).test(line);
  const starts = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before === undefined || isItem(before) !== isItem(line) ? [at] : [];
  });
  return starts.map((start, at) => {
    const own = lines.slice(start, starts[at + 1]);
    const list = isItem(own[0] ?? "");
    return { list, lines: list ? own.map((line) => line.replace(bullet, "")) : own };
  });
}

function showParagraph(lines: readonly string[], leads: Leads): Html {
  return html`<p dir="auto">
    ${lines.map((line, at) => html`${at > 0 && html`<br />`}${showLine(line, leads)}`)}
  </p>`;
}

function showList(items: readonly string[], leads: Leads): Html {
  return html`<ul dir="auto">
    ${items.map((item) => html`<li>${showItem(item, leads)}</li>`)}
  </ul>`;
}

function showItem(item: string, leads: Leads): Html {
  const address = item.includes("://") ? null : readLink(leads.item(item));
  return address === null ? showLine(item, leads) : html`<a href="${address}" rel="noopener">${item}</a>`;
}

function showLine(line: string, { named }: Leads): Html {
  const at = named === null ? -1 : line.indexOf(named.words);
  if (named === null || at < 0) return html`${cutPieces(line).map(showPiece)}`;
  const after = line.slice(at + named.words.length);
  return html`${cutPieces(line.slice(0, at)).map(showPiece)}<a href="${named.address}">${named.words}</a
    >${cutPieces(after).map(showPiece)}`;
}

function showPiece(piece: string): Html {
  const address = /^https?:/u.test(piece) ? readLink(piece) : null;
  if (address !== null) return html`<a href="${address}" rel="noopener">${nameLink(piece)}</a>`;
  if (/^#./u.test(piece))
    return html`<span class="mark">#<span class="p-category">${piece.slice(1)}</span></span>`;
  return /^@./u.test(piece) ? html`<span class="mark">${piece}</span>` : html`${piece}`;
}

const linkOrMark =
  /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}_/&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*|(?<![\p{L}\p{N}_/.])@[\w-]+(?:[@.][\w-]+(?:\.[\w-]+)*)?/gu;

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

/** A link as a reader wants to see it: a long one by its server. */
function nameLink(url: string): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/u, "").replace(/\/$/u, "");
  const [host = bare] = bare.split(/[/?#]/u);
  return bare.length <= 48 ? bare : `${shortenText(host, 46)}/…`;
}
