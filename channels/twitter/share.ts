import type { Post } from "../../src/model/post.ts";

/** X's own page for writing, filled in. @see https://docs.x.com/x-for-websites/post-button/guides/web-intent */
export function share({ text }: Post): string {
  return `https://x.com/intent/post?${new URLSearchParams({ text }).toString()}`;
}

const hosts = new Set([
  "x.com",
  "www.x.com",
  "mobile.x.com",
  "twitter.com",
  "www.twitter.com",
  "mobile.twitter.com",
]);

export function idAt({ host, pathname }: URL): string | undefined {
  if (!hosts.has(host)) return undefined;
  return /^\/(?:i\/web|\w{1,15})\/status\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
}
