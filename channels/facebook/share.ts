import type { SettingValues } from "../../src/model/account.ts";
import type { Post } from "../../src/model/post.ts";

/**
 * Facebook's own page for sharing a link; it takes no text, and a text alone has no such page. Who shares chooses the Page there.
 * @see https://developers.facebook.com/docs/plugins/share-button
 */
export function share({ link }: Post): string | undefined {
  if (link === null) return undefined;
  return `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u: link }).toString()}`;
}

/** The number or `pfbid…` of a post, in all the ways in which Facebook writes addresses; with the Page's, as its API wants it. */
export function idAt(address: URL, settings: SettingValues): string | undefined {
  const { host, pathname, searchParams: query } = address;
  if (host !== "fb.watch" && host !== "facebook.com" && !host.endsWith(".facebook.com")) return undefined;
  const id =
    query.get("story_fbid") ??
    query.get("fbid") ??
    /\/(?:posts|photos|videos|permalink|reel|share\/p)\/(?:[^/]+\/)*((?:\d|pfbid)\w*|\w{8,})\/?$/.exec(
      pathname,
    )?.[1] ??
    /^\/(\d+_\d+|\d+)\/?$/.exec(pathname)?.[1];
  const page = query.get("id") ?? settings["page"];
  return id !== undefined && /^\d+$/.test(id) && page !== undefined ? `${String(page)}_${id}` : id;
}
