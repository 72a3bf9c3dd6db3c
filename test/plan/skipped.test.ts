import { expect, test } from "vitest";
import type { Step } from "../../src/model/campaign.ts";
import type { Overrides } from "../../src/model/entry.ts";
import type { World } from "../../src/plan/world.ts";
import { clock, planned, seen, someCampaign, someNews, someStep, someWorld } from "../fixtures/plan.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const news = someNews("one", "2026-03-10T12:00:00Z");
const to = ["tower", "river"];
const channels = new Map([
  ["tower", "bell"],
  ["river", "horn"],
]);

/** A world in which the author says this of the entry. */
const told = (overrides: Overrides, step: Partial<Step> = {}, more: Partial<World> = {}): World =>
  someWorld({
    campaigns: [someCampaign([someStep({ to, ...step })])],
    entries: [{ ...news, entry: { ...news.entry, overrides } }],
    channels,
    ...more,
  });

/** Who gets what, without the times. */
const said = (world: World): readonly string[] =>
  seen(planned(world, noon).bookings).map((one) => one.slice(12));

const skip = { skip: true };

test.each([
  [{ "": skip }, []],
  [{ announcement: skip }, []],
  [{ reminder: skip }, ["river announcement", "tower announcement"]],
  [{ bell: skip }, ["river announcement"]],
  [{ "announcement.river": skip }, ["tower announcement"]],
  [{ "": skip, tower: { skip: false } }, ["tower announcement"]],
] satisfies [Overrides, string[]][])("with %j the entry is said to %j", (overrides, expected) => {
  expect(said(told(overrides))).toEqual(expected);
});

test("a story that its author leaves out makes room for the next", () => {
  const stories = { name: "highlights", each: "story", sections: ["Articles"], limit: 2 } as const;
  expect(said(told({ "stories.Articles-0": skip, "stories.Articles-1.horn": skip }, stories))).toEqual([
    "river highlights Articles-2",
    "tower highlights Articles-1",
    "tower highlights Articles-2",
  ]);
  expect(said(told({ highlights: skip, "stories.Articles-2.tower": { skip: false } }, stories))).toEqual([
    "tower highlights Articles-2",
  ]);
});

test("what waits is taken back when its author leaves it out, and comes again", () => {
  const before = planned(told({}), noon);
  const silent = planned(told({ river: skip }, {}, { bookings: before.bookings }), noon);
  expect(seen(silent.bookings).map((one) => one.slice(12))).toEqual(["tower announcement"]);
  expect(seen(planned(told({}, {}, { bookings: silent.bookings }), noon).bookings)).toEqual(
    seen(before.bookings),
  );
});

test("the calendar's posts are left out as well", () => {
  const step = { on: { kind: "monthly", day: 20, clock: clock(10) } } as const;
  const one = { ...news, entry: { ...news.entry, overrides: { river: skip } } };
  const world = told({ river: skip }, step, { newest: new Map([["news", one]]), ahead: 31, since: noon });
  expect(said(world)).toEqual(["tower announcement/2026-03-20"]);
});
