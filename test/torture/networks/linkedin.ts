import { startLinkedin } from "../../bench/linkedin.ts";
import type { Network, Place } from "./network.ts";

const posts = {
  channel: "linkedin",
  threads: true,
  edits: true,
  removes: true,
  isPublish: ({ method, path, headers }) =>
    method === "POST" &&
    headers["x-restli-method"] === undefined &&
    /^\/rest\/posts$|^\/rest\/socialActions\/[^/]+\/comments$/.test(path),
} satisfies Partial<Network>;

async function placeOf(account: Readonly<Record<string, string>>, author: string): Promise<Place> {
  const server = await startLinkedin();
  return {
    url: server.url,
    settings: (url) => ({ server: url, version: "202609", ...account }),
    visible: () => server.worldOf(author).visible(),
    close: server.close,
  };
}

export const linkedin: Network = {
  ...posts,
  name: "linkedin",
  class: "look-up",
  start: () =>
    placeOf({ accessToken: "token-of-page", organization: "2414183" }, "urn:li:organization:2414183"),
};

/** A member's token may write and not read: nothing can be looked up. */
export const silent: Network = {
  ...posts,
  name: "linkedin without reading",
  class: "nothing",
  // A comment's own address tells no id that could be replied to.
  threads: false,
  permalinkOf: (id) => `https://www.linkedin.com/feed/update/${id}/`,
  start: () => placeOf({ accessToken: "token-of-member", member: "782bbtaQ" }, "urn:li:person:782bbtaQ"),
};
