import { createHmac, timingSafeEqual } from "node:crypto";
import { Parser } from "htmlparser2";
import type { Letter } from "../model/letter.ts";

/** Where a feed's news is told of, and by what name. */
export interface Hub {
  readonly hub: string | null;
  readonly topic: string;
}

/**
 * The hub that a feed names: in the header `Link`, else in itself. `url`: where the feed is, for relative addresses, and its name where it
 * gives none. @see https://www.w3.org/TR/websub/#discovery
 */
export function findHub(link: string | null, text: string, url: string): Hub {
  const links = [...linksIn(link ?? ""), ...(/^\s*\{/.test(text) ? linksInJson(text) : linksInXml(text))];
  const first = (rel: string): string | null => {
    const href = links.find((one) => one.rel.toLowerCase().split(/\s+/).includes(rel))?.href;
    const found = href === undefined ? null : URL.parse(href, url);
    return found !== null && /^https?:$/.test(found.protocol) ? found.href : null;
  };
  return { hub: first("hub"), topic: first("self") ?? url };
}

interface Link {
  readonly rel: string;
  readonly href: string;
}

/** @see RFC 8288 */
function linksIn(header: string): readonly Link[] {
  const found = header.matchAll(/<([^>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"[^"]*"|[^",;\s]+))?)*)/g);
  return Array.from(found, ([, href = "", parameters = ""]) => {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^",;\s]+))/i.exec(parameters) ?? [];
    return { href, rel: quoted ?? bare ?? "" };
  });
}

/** Of the feed itself: those of its entries are their own. */
function linksInXml(text: string): readonly Link[] {
  const links: Link[] = [];
  const parser = new Parser(
    {
      onopentag: (name, { rel = "", href = "" }) => {
        if (/^(?:\w+:)?(?:entry|item)$/.test(name)) parser.pause();
        else if (/^(?:\w+:)?link$/.test(name) && href !== "") links.push({ rel, href });
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return links;
}

function linksInJson(text: string): readonly Link[] {
  try {
    const feed = JSON.parse(text) as { hubs?: unknown; feed_url?: unknown };
    const hubs = Array.isArray(feed.hubs) ? (feed.hubs as { type?: unknown; url?: unknown }[]) : [];
    const hub = hubs.find(({ type }) => /^websub$/i.test(String(type)))?.url;
    return [
      ...(typeof hub === "string" ? [{ rel: "hub", href: hub }] : []),
      ...(typeof feed.feed_url === "string" ? [{ rel: "self", href: feed.feed_url }] : []),
    ];
  } catch {
    return [];
  }
}

const methods = new Set(["sha1", "sha256", "sha384", "sha512"]);

/** Whether a hub's letter is signed with the secret that we gave it. @see https://www.w3.org/TR/websub/#signature-validation */
export function isFromHub({ headers, body }: Letter, secret: string): boolean {
  const [, method = "", signature = ""] = /^(\w+)=([0-9a-f]+)$/i.exec(headers["x-hub-signature"] ?? "") ?? [];
  if (!methods.has(method.toLowerCase())) return false;
  const wanted = createHmac(method.toLowerCase(), secret).update(body).digest();
  const said = Buffer.from(signature, "hex");
  return said.length === wanted.length && timingSafeEqual(said, wanted);
}
