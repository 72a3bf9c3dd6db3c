import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/channel/channel.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Post } from "../../src/model/post.ts";
import { builtInNames, findChannel } from "../../src/registry.ts";

const channels = (await Promise.all(builtInNames.map(findChannel))).filter((one) => one !== undefined);
const named = (id: string): Channel => channels.find((one) => one.id === id)!;

const link = "https://bells.example.org/a?b=c&d";
const post = (changes: Partial<Post> = {}): Post => ({
  title: "Bells & “friends”",
  text: `It rings & rings.\n\n${link} #Bells`,
  link,
  card: null,
  media: [],
  language: "en",
  tags: ["Bells"],
  ...changes,
});

const subreddit = { subreddit: "xmpp", website: "https://www.reddit.com" };

/** Where a person lands who posts by hand, and what stands there already. */
const pages: readonly (readonly [
  id: string,
  settings: SettingValues,
  said: Post,
  page: string,
  filled: object,
])[] = [
  [
    "mastodon",
    { server: "https://fosstodon.org/" },
    post(),
    "https://fosstodon.org/share",
    { text: post().text },
  ],
  ["twitter", {}, post(), "https://x.com/intent/post", { text: post().text }],
  ["linkedin", {}, post(), "https://www.linkedin.com/sharing/share-offsite/", { url: link }],
  ["facebook", { page: "12" }, post(), "https://www.facebook.com/sharer/sharer.php", { u: link }],
  [
    "reddit",
    subreddit,
    post(),
    "https://www.reddit.com/r/xmpp/submit",
    { type: "LINK", title: post().title, url: link },
  ],
  [
    "reddit",
    { ...subreddit, kind: "self" },
    post({ text: "It rings." }),
    "https://www.reddit.com/r/xmpp/submit",
    { type: "TEXT", selftext: "true", title: post().title, text: `It rings.\n\n${link}` },
  ],
];

it.each(pages)("%s has a page with the post filled in", (id, settings, said, page, filled) => {
  const address = new URL(named(id).share?.(said, settings) ?? "");
  expect(address.origin + address.pathname).toBe(page);
  expect(Object.fromEntries(address.searchParams)).toEqual(filled);
});

it.each(["linkedin", "facebook"])("%s has none for a text without a link", (id) => {
  expect(named(id).share?.(post({ link: null }), {})).toBeUndefined();
});

const ids: readonly (readonly [
  id: string,
  settings: SettingValues,
  address: string,
  remoteId: string | undefined,
])[] = [
  ["mastodon", { server: "https://fosstodon.org" }, "https://fosstodon.org/@xmpp/115609", "115609"],
  ["mastodon", { server: "https://gts.example" }, "https://gts.example/@xmpp/statuses/01KB3Y", "01KB3Y"],
  ["mastodon", { server: "https://fosstodon.org" }, "https://mastodon.social/@xmpp/115609", undefined],
  ["mastodon", { server: "https://fosstodon.org" }, "https://fosstodon.org/@xmpp", undefined],
  ["twitter", {}, "https://x.com/xmpp/status/1992?s=20", "1992"],
  ["twitter", {}, "https://twitter.com/i/web/status/1992", "1992"],
  ["twitter", {}, "https://x.com/xmpp", undefined],
  ["twitter", {}, "https://x.com.example/xmpp/status/1992", undefined],
  ["reddit", subreddit, "https://old.reddit.com/r/XMPP/comments/1abc/a_title/", "t3_1abc"],
  ["reddit", subreddit, "https://www.reddit.com/r/xmpp/comments/1abc/a_title/k9/", "t1_k9"],
  ["reddit", subreddit, "https://www.reddit.com/r/jabber/comments/1abc/a_title/", undefined],
  ["linkedin", {}, "https://www.linkedin.com/feed/update/urn:li:share:7123/", "urn:li:share:7123"],
  ["linkedin", {}, "https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7/", "urn:li:ugcPost:7"],
  [
    "linkedin",
    {},
    "https://www.linkedin.com/posts/xsf_bells-activity-7123-AbC?utm_source=share",
    "urn:li:activity:7123",
  ],
  ["linkedin", {}, "https://www.linkedin.com/company/xsf/", undefined],
  ["facebook", { page: "12" }, "https://www.facebook.com/xmpp/posts/345", "12_345"],
  ["facebook", { page: "12" }, "https://www.facebook.com/xmpp/posts/a-title/pfbid02xyz", "pfbid02xyz"],
  ["facebook", {}, "https://m.facebook.com/permalink.php?story_fbid=345&id=12", "12_345"],
  ["facebook", { page: "12" }, "https://www.facebook.com/12_345", "12_345"],
  ["facebook", { page: "12" }, "https://www.facebook.com/xmpp", undefined],
];

it.each(ids)("%s with %j knows what is at %s", (id, settings, address, remoteId) => {
  expect(named(id).idAt?.(new URL(address), settings)).toBe(remoteId);
});

describe("what posts cost", () => {
  const cost = (text: string): number | undefined => named("twitter").cost?.(post({ text })).amount;

  it("on X is a cent and a half, and twenty cents with anything that X makes a link of", () => {
    expect(cost("It rings.")).toBe(0.015);
    expect(cost(`It rings: ${link}`)).toBe(0.2);
    expect(cost("It rings at bells.example.org again.")).toBe(0.2);
    expect(cost("It rings at version 2.0.")).toBe(0.015);
  });

  it("elsewhere is nothing", () => {
    expect(channels.filter(({ cost: one }) => one).map(({ id }) => id)).toEqual(["twitter"]);
  });
});

it("no channel has a setting that is called like a key of every account", () => {
  const own = ["channel", "handoff", "budget"];
  expect(channels.flatMap(({ settings }) => own.filter((key) => key in settings))).toEqual([]);
});
