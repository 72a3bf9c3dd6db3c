import type { Post } from "../../src/model/post.ts";

/**
 * LinkedIn's own page for sharing a link; it takes no text, and a text alone has no such page.
 * @see https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin
 */
export function share({ link }: Post): string | undefined {
  if (link === null) return undefined;
  return `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url: link }).toString()}`;
}

/** Addresses that its “Copy link to post” gives: `/feed/update/URN` and `/posts/…-activity-NUMBER-…`. */
export function idAt({ host, pathname }: URL): string | undefined {
  if (host !== "linkedin.com" && !host.endsWith(".linkedin.com")) return undefined;
  const path = pathname.replace(/%3A/gi, ":");
  const [urn] = /urn:li:(?:share|ugcPost|activity):\d+/.exec(path) ?? [];
  if (urn !== undefined) return urn;
  const [, kind, number] = /^\/posts\/[^/]+-(share|ugcPost|activity)-(\d+)/.exec(path) ?? [];
  return number === undefined ? undefined : `urn:li:${kind}:${number}`;
}
