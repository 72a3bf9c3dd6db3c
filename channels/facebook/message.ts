import type { Post } from "../../src/model/post.ts";

/** Only a post without photos carries a link beside its words; elsewhere the link goes into them. */
export function writeMessage({ text, link }: Post, hasLinkField: boolean): string {
  if (hasLinkField || link === null || text.includes(link)) return text;
  return text === "" ? link : `${text}\n\n${link}`;
}

/** Facebook trims texts and changes white space. */
export function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}

/** One address however it is written: Facebook may show it behind its own `l.php`, with another scheme or without `www`. */
export function isSameLink(one: string, other: string): boolean {
  return reduce(one) === reduce(other);
}

function reduce(link: string): string {
  const url = URL.parse(link);
  const inner = url?.pathname === "/l.php" ? url.searchParams.get("u") : null;
  if (inner !== null) return reduce(inner);
  if (!url) return link;
  url.searchParams.delete("fbclid");
  return `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}
