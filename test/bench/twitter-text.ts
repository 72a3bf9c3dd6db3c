import { count } from "../../src/channel/measure.ts";
import { findLinks } from "../../src/channel/links.ts";

/** @see https://docs.x.com/fundamentals/counting-characters */
const measure = { unit: "weighted", max: 280, links: { length: 23, bare: true } } as const;

export function isTooLong(text: string): boolean {
  return count(text, measure) > measure.max;
}

/** Whether X says that two texts are the same. */
export function isSame(one: string, other: string): boolean {
  return one.normalize("NFC").trim() === other.normalize("NFC").trim();
}

export interface Rendered {
  readonly text: string;
  readonly entities: { readonly urls: readonly Url[] };
}

interface Url {
  /** In code points. */
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly expanded_url: string;
  readonly display_url: string;
  readonly media_key?: string;
}

/** A link as X shows it; `written` is what the author wrote. */
interface Link {
  readonly written: string;
  readonly expanded: string;
  readonly media?: string;
}

/** As X gives a text back: every link through `t.co`, one more for the media, `&`, `<` and `>` escaped. */
export function renderText(
  text: string,
  id: string,
  media: { readonly address: string; readonly key: string } | null,
): Rendered {
  const plain = text.normalize("NFC").trim();
  const links = findLinks(plain, { bare: true });
  const urls: Url[] = [];
  let shown = "";
  let last = 0;
  const add = ({ written, expanded, media: key }: Link): void => {
    const url = `https://t.co/${id.slice(-8)}${urls.length}`;
    const start = [...shown].length;
    shown += url;
    const end = start + url.length;
    urls.push({
      start,
      end,
      url,
      expanded_url: expanded,
      display_url: shorten(written),
      ...(key && { media_key: key }),
    });
  };
  for (const link of links) {
    shown += escape(plain.slice(last, link.start));
    add({ written: link.text, expanded: /^https?:/i.test(link.text) ? link.text : `http://${link.text}` });
    last = link.end;
  }
  shown += escape(plain.slice(last));
  if (media) {
    shown += " ";
    add({ written: media.address, expanded: media.address, media: media.key });
  }
  return { text: shown, entities: { urls } };
}

function shorten(link: string): string {
  const shown = link.replace(/^https?:\/\/(www\.)?/i, "");
  return shown.length > 27 ? `${shown.slice(0, 26)}…` : shown;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
