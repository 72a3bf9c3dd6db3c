import { expect, test } from "vitest";
import { byAccount, byStep, compare, issueOf } from "../../../src/app/results/compare.ts";
import { countsAt, median, reactionsOf, totalsAt, totalsOf } from "../../../src/app/results/tallies.ts";
import { type Counts, type Track, untold } from "../../../src/model/result.ts";

const hour = 3_600_000;
const day = 24 * hour;

const likes = (number: number): Counts => ({ ...untold, likes: number });

/** Likes seen so many hours after the post. */
const track = (seen: Readonly<Record<number, number>>, changes: Partial<Track> = {}): Track => ({
  delivery: "d",
  entry: "e",
  campaign: "newsletter",
  step: "announcement",
  account: "fedi",
  channel: "keyed",
  part: 1,
  sentAt: 0,
  goneAt: null,
  looks: Object.entries(seen).map(([hours, number]) => ({
    at: (changes.sentAt ?? 0) + Number(hours) * hour,
    counts: likes(number),
  })),
  ...changes,
});

test.each([
  [-1, null],
  [0, 0],
  [1, 10],
  [3, 15],
  [5, 20],
  [500, 20],
])("after %i hours a post with 10 likes after one hour and 20 after five had %j", (hours, number) => {
  expect(countsAt(track({ 1: 10, 5: 20 }), hours * hour)?.likes).toEqual(number ?? undefined);
});

test("what nobody tells stays untold, also beside what others tell", () => {
  const silent = track({}, { looks: [{ at: hour, counts: untold }] });
  expect(totalsAt([silent], day)).toEqual(untold);
  expect(totalsAt([silent, track({ 1: 4 })], day)).toEqual({ ...untold, likes: 4 });
  expect(countsAt(silent, hour / 2)?.likes).toBeNull();
  expect(reactionsOf(untold)).toBeNull();
  expect(reactionsOf({ ...untold, likes: 2, views: 9 })).toBe(2);
});

test("a measure that is told only from the second look on counts from there", () => {
  const late = track(
    {},
    {
      looks: [
        { at: hour, counts: untold },
        { at: 2 * hour, counts: likes(6) },
      ],
    },
  );
  expect(countsAt(late, 2 * hour)?.likes).toBe(6);
  expect(totalsOf([late]).likes).toBe(6);
});

test.each([
  [[], null],
  [[7], 7],
  [[1, 100], 51],
  [[3, 1, 100], 3],
])("of %j the middle is %j", (values, middle) => {
  expect(median(values)).toBe(middle);
});

const old = (number: number) =>
  issueOf(`old-${number}`, `Old ${number}`, [track({ 24: number, 720: number * 100 })]);

test("a fresh issue is compared with what those before had at its age, not with what they came to", () => {
  const fresh = issueOf("fresh", "Fresh", [track({ 24: 30 }, { sentAt: 1000 * day })]);
  const seen = compare(fresh, [old(10), old(20), old(60)]);
  expect(seen.counts.likes).toBe(30);
  expect(seen.usual).toMatchObject({ of: 3, counts: { likes: 20 } });
  expect(seen.bars.map(({ value }) => value)).toEqual([60, 20, 10, 30]);
});

test("of an issue's later posts those before have only what was out at that age", () => {
  const later = track({ 24: 50 }, { sentAt: 3 * day });
  const before = issueOf("before", "Before", [track({ 24: 10 }), later]);
  const fresh = issueOf("fresh", "Fresh", [track({ 24: 30 }, { sentAt: 1000 * day })]);
  expect(compare(fresh, [before]).usual?.counts.likes).toBe(10);
});

test("six issues before it count at most, and none that nobody looked at", () => {
  const fresh = issueOf("fresh", "Fresh", [track({ 24: 30 }, { sentAt: 1000 * day })]);
  const unseen = issueOf("unseen", "Unseen", [track({})]);
  const many = [unseen, ...Array.from({ length: 9 }, (_, at) => old(at + 1))];
  expect(compare(fresh, many).usual?.of).toBe(6);
  expect(compare(unseen, many)).toMatchObject({ usual: null, counts: untold });
});

test("groups are compared with the same of the issues before that have them", () => {
  const both = [track({ 24: 5 }), track({ 24: 9 }, { account: "blog", step: "reminder/2" })];
  const fresh = issueOf("fresh", "Fresh", both);
  const { groups } = compare(fresh, [old(10), old(20)]);
  expect(groups(byAccount)).toMatchObject([
    { name: "fedi", posts: 1, counts: { likes: 5 }, usual: { of: 2, counts: { likes: 15 } } },
    { name: "blog", posts: 1, counts: { likes: 9 }, usual: null },
  ]);
  expect(groups(byStep).map(({ name }) => name)).toEqual([
    "newsletter: announcement",
    "newsletter: reminder",
  ]);
});
