import type { SettingValues } from "../../src/model/account.ts";
import type { Post } from "../../src/model/post.ts";

/** The server's own page for writing, filled in. @see https://github.com/mastodon/mastodon/blob/main/app/controllers/shares_controller.rb */
export function share({ text }: Post, settings: SettingValues): string {
  const url = new URL("/share", String(settings["server"]));
  url.search = new URLSearchParams({ text }).toString();
  return url.href;
}

/** The status's id: the last part of its address on the account's own server, on all servers that speak this API. */
export function idAt({ host, pathname }: URL, settings: SettingValues): string | undefined {
  if (host !== URL.parse(String(settings["server"]))?.host) return undefined;
  return /^\/[^/]+(?:\/[^/]+)*\/((?=[\w-]*\d)[\w-]+)\/?$/.exec(pathname)?.[1];
}
