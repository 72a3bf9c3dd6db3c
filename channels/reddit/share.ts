import type { SettingValues } from "../../src/model/account.ts";
import type { Post } from "../../src/model/post.ts";
import { foldTitle, kindOf, writeBody } from "./body.ts";
import { readName } from "./receipt.ts";

/** The subreddit's own page for submitting, filled in: a link with its title, or a text. It has no field for a text below a link. */
export function share(post: Post, settings: SettingValues): string {
  const url = new URL(`/r/${String(settings["subreddit"])}/submit`, String(settings["website"]));
  const kind = kindOf({ kind: settings["kind"] === "self" ? "self" : "link" }, post, { reply: null });
  const title = foldTitle(post.title);
  const told =
    kind === "link"
      ? { type: "LINK", title, url: post.link ?? "" }
      : { type: "TEXT", selftext: "true", title, text: writeBody(kind, post) };
  url.search = new URLSearchParams(told).toString();
  return url.href;
}

/** Full name of a post or comment in the account's own subreddit. */
export function idAt({ host, pathname }: URL, settings: SettingValues): string | undefined {
  const home = URL.parse(String(settings["website"]))?.host.replace(/^www\./, "");
  if (host !== home && !host.endsWith(`.${home}`)) return undefined;
  const [, subreddit] = /^\/r\/(\w+)\/comments\/\w+/.exec(pathname) ?? [];
  if (subreddit?.toLowerCase() !== String(settings["subreddit"]).toLowerCase()) return undefined;
  return readName({ remoteId: pathname, permalink: null, at: "" });
}
