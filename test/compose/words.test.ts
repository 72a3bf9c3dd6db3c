import { RichText } from "@atproto/api";
import { describe, expect, test } from "vitest";
import { builtIn } from "../../channels/index.ts";
import type { Channel } from "../../src/channel/channel.ts";
import { findMarks } from "../../src/channel/marks.ts";
import { whyNotThere } from "../../src/channel/placement.ts";
import { compose, type Composition } from "../../src/compose/compose.ts";
import { plainManner } from "../../src/compose/manner.ts";
import { trackingOf, trackLink } from "../../src/compose/tracking.ts";
import type { Placement } from "../../src/model/account.ts";
import type { Step } from "../../src/model/campaign.ts";
import type { Entry, Story } from "../../src/model/entry.ts";
import { dataMissing } from "../fixtures/replay.ts";
import { ask } from "./fixtures.ts";
import { readIssues, storiesOf } from "./real-issues.ts";
import { linksIn, linksOf, references } from "./reference.ts";

const names = Object.keys(references);
const channels = await Promise.all(names.map(async (name) => (await builtIn[name]!()).default));
const missing = dataMissing("what the networks take of people, parameters and places for the link");

/** Whom the newsletters name most, as if each were a person with an account on every network. */
const people = [
  "Daniel Gultsch",
  "Ludovic Bocquet",
  "MSavoritias",
  "Matthew Wild",
  "Conversations",
  "Movim",
  "Prosody",
  "Gajim",
  "Dino",
  "Monal",
  "ejabberd",
  "Openfire",
].map((name) => {
  const word = name.toLowerCase().replace(/\W/g, "");
  const handles = {
    mastodon: `@${word}@social.people.example`,
    bluesky: `@${word}.people.example.com`,
    twitter: `@${word}`,
    linkedin: `@${word}`,
  };
  return { names: [name], handles };
});
const handles = new Set(people.flatMap((one) => Object.values(one.handles)));

const utm = { source: "{channel}", medium: "social", campaign: "{campaign}-{step}" };
const places: readonly (Placement | null)[] = [null, "text", "reply", "card"];
const threads: readonly Step["thread"][] = [null, "numbered"];

interface Made extends Composition {
  readonly channel: Channel;
  readonly entry: Entry;
  readonly link: Placement | null;
  /** A link as it has to be. */
  readonly tracked: (link: string) => string;
}

const make = (channel: Channel, entry: Entry, story: Story | null, link: Placement | null): Made[] =>
  threads.map((thread) => {
    const step = { name: story === null ? "announcement" : "highlights", thread };
    const manner = { ...plainManner, account: "own", people, link, utm };
    const request = ask({ channel, entry, story, step, manner });
    const tracking = trackingOf(utm, request);
    return { ...compose(request), channel, entry, link, tracked: (one) => trackLink(one, tracking) };
  });

/** Where the network can have it: what cannot be is the configuration's to refuse. */
const placesOn = (channel: Channel) =>
  places.filter((link) => link === null || whyNotThere(link, channel, channel.limits) === undefined);

const makeAll = (channel: Channel, issues: readonly Entry[]): Made[] =>
  issues.flatMap((entry) =>
    [null, ...storiesOf(entry)].flatMap((story) =>
      placesOn(channel).flatMap((link) => make(channel, entry, story, link)),
    ),
  );

const rowOf = (channel: Channel, made: readonly Made[]) => {
  const texts = made.flatMap(({ posts }) => posts.map(({ text }) => text));
  const [first] = references[channel.id]!;
  const longest = Math.max(...texts.map(first!.count));
  return {
    network: channel.id,
    places: placesOn(channel)
      .map((one) => one ?? "usual")
      .join(" "),
    posts: texts.length,
    longest: `${longest} of ${first!.max}`,
    mentions: made.flatMap(({ posts, channel: { marks } }) =>
      posts.flatMap(({ text }) => mentionsIn(text, marks)),
    ).length,
    tracked: texts.filter((text) => text.includes("utm_source=")).length,
  };
};

const mentionsIn = (text: string, marks: Channel["marks"]): string[] =>
  findMarks(text, marks).flatMap(({ kind, start, end }) =>
    kind === "mention" ? [text.slice(start, end)] : [],
  );

describe.skipIf(missing)("the real newsletters with people, parameters and links in every place", () => {
  const issues = missing ? [] : readIssues();
  const made = channels.map((channel) => makeAll(channel, issues));
  const all = made.flat();
  // A title and its link have no reply; that is told, and nothing else is.
  const told = all
    .flatMap(({ problems }) => problems)
    .filter((one) => !/ is a title and its link\./.test(one));

  test("stay within the limits of seven networks, by the networks' own counting", () => {
    console.table(channels.map((channel, index) => rowOf(channel, made[index]!)));
    const over = all.flatMap(({ channel, posts }) =>
      posts.filter(({ text }) => references[channel.id]!.some(({ max, count }) => count(text) > max)),
    );
    expect(over.map(({ text }) => text)).toEqual([]);
    expect(told).toEqual([]);
  });

  test("mention nobody twice, and never in part", () => {
    const mentioned = all.map(({ posts, channel }) =>
      posts.flatMap(({ text }) => mentionsIn(text, channel.marks)),
    );
    const ours = mentioned.map((some) => some.filter((one) => handles.has(one)));
    expect(ours.flat().length).toBeGreaterThan(200);
    expect(ours.filter((some) => new Set(some).size < some.length)).toEqual([]);
    const cut = mentioned
      .flat()
      .filter(
        (one) =>
          /people|@(?:dani|ludo|msav|matt|conv|movi|pros|gaji|mona|ejab)/.test(one) && !handles.has(one),
      );
    expect(cut).toEqual([]);
    const plain = all.filter(({ channel }) => channel.marks?.mentions === undefined);
    expect(
      plain
        .flatMap(({ posts }) => posts)
        .filter(({ text }) => [...handles].some((one) => text.includes(one))),
    ).toEqual([]);
  });

  test("have mentions that Bluesky's own library takes for those and no others", () => {
    const texts = all
      .filter(({ channel }) => channel.id === "bluesky")
      .flatMap(({ posts }) => posts.map(({ text }) => text));
    const differing = texts.filter((text) => {
      const rich = new RichText({ text });
      rich.detectFacetsWithoutResolution();
      const seen = (rich.facets ?? []).filter(
        ({ features: [one] }) => one?.$type === "app.bsky.richtext.facet#mention",
      );
      const taken = seen.map(({ index }) => rich.unicodeText.slice(index.byteStart, index.byteEnd));
      return taken.join(" ") !== mentionsIn(text, { mentions: "domain", bare: true, tags: true }).join(" ");
    });
    expect(differing).toEqual([]);
  });

  test("have whole links, the site's own with their parameters, others without", () => {
    const whole = new Map(issues.map((entry) => [entry, linksOf(entry)]));
    const wrong = all.flatMap(({ entry, posts, tracked }) => {
      const right = new Set([...whole.get(entry)!].map(tracked));
      const found = posts.flatMap(({ text, link, card }) => [
        ...linksIn(text),
        ...[link, card?.url].filter((one) => typeof one === "string"),
      ]);
      return found.filter((one) => !right.has(one));
    });
    expect(wrong).toEqual([]);
  });

  test("have the link in the reply once, and nowhere else", () => {
    const replied = all.filter(({ link, problems }) => link === "reply" && problems.length === 0);
    expect(replied.length).toBeGreaterThan(500);
    expect(replied.filter(({ posts }) => posts.length < 2 || posts[0]?.link !== null)).toEqual([]);
    expect(replied.filter(({ posts }) => linksIn(posts[1]?.text ?? "").length === 0)).toEqual([]);
  });
});
