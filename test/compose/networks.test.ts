import { describe, expect, test } from "vitest";
import { builtIn } from "../../channels/index.ts";
import { writeLittle } from "../../channels/linkedin/little.ts";
import type { Channel } from "../../src/channel/channel.ts";
import { count } from "../../src/channel/measure.ts";
import { compose } from "../../src/compose/compose.ts";
import type { Entry, Story } from "../../src/model/entry.ts";
import type { Post } from "../../src/model/post.ts";
import { showLittle } from "../bench/linkedin-little.ts";
import { dataMissing } from "../fixtures/replay.ts";
import { ask } from "./fixtures.ts";
import { readIssues, storiesOf } from "./real-issues.ts";
import { linksIn, linksOf, references } from "./reference.ts";

const names = Object.keys(references);
const channels = await Promise.all(names.map(async (name) => (await builtIn[name]!()).default));
const missing = dataMissing("what the networks take of the real newsletters");

interface Made extends Post {
  readonly channel: Channel;
  readonly entry: Entry;
  readonly problems: readonly string[];
}

const make = (channel: Channel, entry: Entry, story: Story | null): Made[] => {
  const name = story === null ? "announcement" : "highlights";
  const { posts, problems } = compose(ask({ channel, entry, story, step: { name, thread: null } }));
  return posts.map((post) => ({ ...post, channel, entry, problems }));
};

const makeAll = (channel: Channel, issues: readonly Entry[]): Made[] =>
  issues.flatMap((entry) => [null, ...storiesOf(entry)].flatMap((story) => make(channel, entry, story)));

/** The unit's numbers over all posts of a network. */
const rowsOf = (channel: Channel, made: readonly Made[]) =>
  references[channel.id]!.map(({ unit, max, count: counted }) => {
    const lengths = made.map(({ text }) => counted(text));
    return {
      network: channel.id,
      posts: made.length,
      unit,
      longest: Math.max(...lengths),
      limit: max,
      within: `${(100 * lengths.filter((length) => length <= max).length) / made.length} %`,
      cards: channel.card === "supplied" ? made.filter(({ card }) => card !== null).length : channel.card,
    };
  });

describe.skipIf(missing)("the real newsletters, announcement and every story", () => {
  const issues = missing ? [] : readIssues();
  const made = channels.map((channel) => makeAll(channel, issues));
  const all = made.flat();
  const on = (id: string): Made[] => all.filter(({ channel }) => channel.id === id);

  test("are within the limits of seven networks, by the networks' own counting", () => {
    const rows = channels.flatMap((channel, index) => rowsOf(channel, made[index]!));
    console.table(rows);
    expect(issues).toHaveLength(8);
    expect(all.length).toBe(7 * issues.flatMap((entry) => [null, ...storiesOf(entry)]).length);
    expect(rows.map(({ within }) => within)).toEqual(rows.map(() => "100 %"));
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("are counted by the program as the networks count, to the limit", () => {
    const known = channels.map(({ limits }) => limits.text.map(({ max }) => max));
    expect(known).toEqual(names.map((name) => references[name]!.map(({ max }) => max)));
    const differing = all.filter(({ channel, text }) =>
      channel.limits.text.some((measure, index) => {
        return count(text, measure) !== references[channel.id]![index]!.count(text);
      }),
    );
    expect(differing.map(({ text }) => text)).toEqual([]);
  });

  test("never have a link that was cut", () => {
    const whole = new Map(issues.map((entry) => [entry, linksOf(entry)]));
    const cut = all.flatMap(({ entry, text, link, card }) =>
      [...linksIn(text), ...[link, card?.url].filter((one) => typeof one === "string")].filter(
        (one) => !whole.get(entry)?.has(one),
      ),
    );
    expect(cut).toEqual([]);
  });

  test("have their link, in the text where the network has no other place for it", () => {
    expect(all.filter(({ link }) => link === null)).toEqual([]);
    const written = all.filter(({ channel }) => channel.limits.linkInText);
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter(({ text, link }) => !linksIn(text).includes(link!))).toEqual([]);
  });

  test("have a card of their link wherever the channel supplies it", () => {
    const supplied = all.filter(({ channel }) => channel.card === "supplied");
    expect(supplied.length).toBeGreaterThan(0);
    expect(supplied.filter(({ card, link }) => card?.url !== link || card?.title.trim() === "")).toEqual([]);
  });

  test("have no character on LinkedIn that would cut the post", () => {
    const texts = on("linkedin").map(({ text }) => text);
    expect(texts.filter((text) => /[\\|{}@[\]()<>#*_~]/.test(text)).length).toBeGreaterThan(100);
    expect(texts.map((text) => showLittle(writeLittle(text)))).toEqual(texts);
  });

  test("have titles on Reddit that it takes", () => {
    const titles = on("reddit").map(({ title }) => title ?? "");
    expect(titles.filter((title) => !/^\S(?:.{0,298}\S)?$/u.test(title))).toEqual([]);
  });
});
