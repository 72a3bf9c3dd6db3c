import { type Element, xml } from "@xmpp/client";
import type { Post } from "../../src/model/post.ts";
import type { Attachment, Memo } from "./memo.ts";
import { domainOf, type NodePlace } from "./place.ts";
import { leaf } from "./stanza.ts";

/** Graphemes of a title that is made from the text. */
const titleLength = 100;

/**
 * A post as an Atom entry. `updated`: ISO 8601.
 * @see https://www.rfc-editor.org/rfc/rfc4287
 * @see https://xmpp.org/extensions/xep-0277.html
 */
export function writeEntry(
  place: NodePlace,
  author: string,
  post: Post,
  memo: Memo,
  updated: string,
): Element {
  const { key, published, parent, attachments } = memo;
  return xml(
    "entry",
    { xmlns: "http://www.w3.org/2005/Atom", ...(post.language !== null && { "xml:lang": post.language }) },
    leaf("title", post.title ?? firstLine(post.text)),
    leaf("id", idOf(place, key, published)),
    leaf("published", published),
    leaf("updated", updated),
    xml("author", {}, leaf("name", author), leaf("uri", `xmpp:${place.who}`)),
    xml("content", { type: "text" }, leaf("content", post.text).text()),
    post.link === null ? undefined : xml("link", { rel: "alternate", type: "text/html", href: post.link }),
    parent === null ? undefined : writeReply(place, parent.id, published),
    ...post.tags.map((term) => xml("category", { term })),
    ...attachments.map(writeEnclosure),
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc4685 */
function writeReply(place: NodePlace, parent: string, published: string): Element {
  return xml("thr:in-reply-to", {
    "xmlns:thr": "http://purl.org/syndication/thread/1.0",
    ref: idOf(place, parent, published),
    href: addressOf(place, parent),
  });
}

function writeEnclosure({ url, alt, type }: Attachment): Element {
  return xml("link", { rel: "enclosure", href: url, title: alt, ...(type !== null && { type }) });
}

/** A tag URI. @see https://www.rfc-editor.org/rfc/rfc4151 */
function idOf({ who, service, node }: NodePlace, key: string, published: string): string {
  return `tag:${domainOf(who)},${published.slice(0, 4)}:${encodeURIComponent(service)}/${encodeURIComponent(node)}/${key}`;
}

/** Where clients open it. @see https://xmpp.org/extensions/xep-0060.html#registrar-querytypes */
export function addressOf({ service, node }: NodePlace, key: string): string {
  return `xmpp:${service}?;node=${encodeURIComponent(node)};item=${key}`;
}

function firstLine(text: string): string {
  const line = text.split("\n").find((one) => one.trim() !== "") ?? text;
  const letters = Array.from(new Intl.Segmenter().segment(line.trim()), ({ segment }) => segment);
  return letters.length <= titleLength ? letters.join("") : `${letters.slice(0, titleLength - 1).join("")}…`;
}
