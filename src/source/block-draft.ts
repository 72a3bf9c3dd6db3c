import type { Image } from "../model/entry.ts";
import type { Block, Link } from "./block.ts";
import { repairLinks } from "./block-repair.ts";

/** A block that is being read. Kept in parts, so that reading stays linear. */
export interface Draft {
  readonly kind: Block["kind"];
  readonly level: number;
  readonly parts: string[];
  readonly links: Link[];
  length: number;
  boldLength: number;
  /** White space was read since the last word. */
  space: boolean;
  /** What to say between the last word and the next, where a nested block lies between. */
  joint: string | null;
  open: { readonly url: string | null; readonly from: number } | null;
  image: Image | null;
}

export function startDraft(kind: Block["kind"], level = 0): Draft {
  return {
    kind,
    level,
    parts: [],
    links: [],
    length: 0,
    boldLength: 0,
    space: false,
    joint: null,
    open: null,
    image: null,
  };
}

/** Invisible characters that mail programs and typesetters put in. */
const invisible = /\u{AD}|\u{34F}|\u{200B}|\u{2060}|\u{FEFF}/gu;

export function addText(draft: Draft, text: string, bold: boolean): void {
  const folded = text.replace(invisible, "").replace(/\s+/g, " ");
  const words = folded.trim();
  if (words === "") {
    draft.space ||= folded !== "";
    return;
  }
  const part = draft.length === 0 ? words : gapBefore(draft, folded) + words;
  draft.parts.push(part);
  draft.length += part.length;
  if (bold) draft.boldLength += words.length;
  draft.space = folded.endsWith(" ");
  draft.joint = null;
}

function gapBefore(draft: Draft, text: string): string {
  if (/^\s*[.,](?:\s|$)/.test(text)) return "";
  if (draft.joint === null) return draft.space || text.startsWith(" ") ? " " : "";
  const ended = /[.,:;!?…–-]["'”’»)]?$/.test((draft.parts.at(-1) ?? "").slice(-2));
  return ended ? " " : `${draft.joint} `;
}

export function openLink(draft: Draft, url: string | null): void {
  draft.open = { url, from: draft.parts.length };
}

export function closeLink(draft: Draft): void {
  if (draft.open === null) return;
  const text = draft.parts.slice(draft.open.from).join("").trim();
  if (text !== "") draft.links.push({ url: draft.open.url, text, at: draft.length - text.length });
  draft.open = null;
}

/** Null where there is nothing to read or see. */
export function finishDraft(draft: Draft): Block | null {
  closeLink(draft);
  const { text, links } = repairLinks(draft.parts.join(""), draft.links);
  if (text === "" && draft.image === null) return null;
  return {
    kind: text === "" ? "media" : draft.kind,
    level: draft.level,
    text,
    links,
    image: draft.image,
    bold: text !== "" && draft.boldLength >= text.replaceAll(" ", "").length * 0.9 && draft.boldLength > 0,
  };
}
