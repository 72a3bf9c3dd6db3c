import { describe, expect, it } from "vitest";
import type { Section } from "../../src/model/entry.ts";
import { ownWords } from "../../src/model/own-words.ts";
import { readAuthorWords } from "../../src/source/author-words.ts";

const story = (id: string, text: string, link: string | null = `https://news.example/${id}`) => ({
  id,
  text,
  link,
  image: null,
});
const sections: readonly Section[] = [
  {
    path: ["News"],
    kind: "stories",
    stories: [
      story("a1", "Lantern 2.4 is out."),
      story("b2", "Lantern shops open."),
      story("c3", "A harbour is built.", null),
    ],
  },
];
const names = {
  steps: ["announcement", "highlights"],
  channels: ["mastodon", "twitter"],
  accounts: ["fosstodon", "x"],
};

const read = (carillon: unknown) => readAuthorWords({ carillon }, sections, names);
const told = (carillon: unknown): string[] =>
  read(carillon).faults.map(({ keys, problem, mend }) => `${keys.slice(1).join(">")}: ${problem} ${mend}`);

const whole = {
  text: "all",
  hashtags: ["#XMPP", "Jabber"],
  announcement: { text: "step", title: "T", twitter: "step, channel", fosstodon: { text: "step, account" } },
  mastodon: "channel",
  x: { text: "account" },
  skip: ["twitter"],
  stories: {
    "https://news.example/a1/?utm_source=feed": { text: "story", mastodon: "story, channel" },
    "Lantern SHOPS": { skip: true, fosstodon: { skip: false } },
    c3: { highlights: { fosstodon: "story, step, account" }, hashtags: [] },
  },
};

const said = (step: string, channel: string, account: string | null, about: string | null = null) =>
  ownWords(read(whole).overrides, { step, channel, account, story: about });

describe("an author's own words", () => {
  it("are all understood", () => {
    expect(told(whole)).toEqual([]);
  });

  it.each([
    ["reminder", "lemmy", "l", "all"],
    ["announcement", "lemmy", "l", "step"],
    ["reminder", "mastodon", "m", "channel"],
    ["announcement", "mastodon", "m", "channel"],
    ["reminder", "twitter", "x", "account"],
    ["announcement", "twitter", null, "step, channel"],
    ["announcement", "mastodon", "fosstodon", "step, account"],
  ])("for %s on %s, account %s, are those of the most special place: %s", (step, channel, account, text) => {
    expect(said(step, channel, account).text).toBe(text);
  });

  it.each([
    ["a1", "twitter", "x", "story"],
    ["a1", "mastodon", "fosstodon", "story, channel"],
    ["c3", "mastodon", "fosstodon", "story, step, account"],
    ["c3", "twitter", "x", undefined],
  ])("for the story %s on %s, account %s, are its own only: %s", (about, channel, account, text) => {
    expect(said("highlights", channel, account, about).text).toBe(text);
  });

  it("but hashtags and silence hold for the stories as well, unless they say otherwise", () => {
    const silent = (about: string, channel: string, account: string): boolean | undefined =>
      said("highlights", channel, account, about).skip;
    expect(said("highlights", "mastodon", "m", "a1").hashtags).toEqual(["XMPP", "Jabber"]);
    expect(said("highlights", "mastodon", "m", "c3").hashtags).toEqual([]);
    expect(silent("a1", "twitter", "x")).toBe(true);
    expect(silent("b2", "mastodon", "m")).toBe(true);
    expect(silent("b2", "mastodon", "fosstodon")).toBe(false);
    expect(silent("a1", "mastodon", "m")).toBeUndefined();
  });

  it("are none where a feed has them, or nobody wrote any", () => {
    expect(readAuthorWords({}, sections, names)).toEqual({ overrides: {}, faults: [] });
  });

  it("are told of what is wrong with them, each with its mend", () => {
    const wrong = {
      txt: "a",
      announcment: "b",
      announcement: { twiter: "c", fosstodon: { deep: "d" }, text: 7 },
      x: { announcement: "e" },
      hashtags: [3],
      mentions: "no",
      skip: ["bsky"],
      stories: { "https://news.example/z9": "f", Lantern: "g", "No such": "h" },
    };
    expect(told(wrong)).toEqual([
      "txt: There is no step, channel or account “txt”. Did you mean “text”?",
      "announcment: There is no step, channel or account “announcment”. Did you mean “announcement”?",
      "announcement>twiter: There is no channel or account “twiter”. Did you mean “twitter”?",
      "announcement>fosstodon>deep: “deep” stands too deep. Write at most a step, and below it a channel or an account.",
      "announcement>text: This is no text. Write one, in quotes where it is a number.",
      "x>announcement: “announcement” is a step, and stands below “x”. Write announcement: first, and x: below it.",
      "hashtags: These are no hashtags. Write a list such as [FreeSoftware, Events], or [] for none.",
      "mentions: This is neither true nor false. Write one of the two.",
      expect.stringMatching(/^skip: There is no step, channel or account “bsky”\./),
      "stories>https://news.example/z9: No story of this issue has this link. Copy the story's link, or its first words; `carillon read` shows both.",
      "stories>Lantern: More than one story begins so. Write more of its first words.",
      "stories>No such: No story of this issue begins so. Copy the story's link, or its first words; `carillon read` shows both.",
    ]);
    expect(told("words")).toEqual([
      ": This is no text and no group of settings. Write a text, or text: and others below it.",
    ]);
    expect(told({ stories: ["a1"] })).toHaveLength(1);
    expect(told({ skip: "x" })).toEqual([
      "skip: This is neither true nor false. Write true, or a list of accounts and channels.",
    ]);
  });
});
