import { describe, expect, it } from "vitest";
import type { Booking } from "../../src/model/booking.ts";
import { isEmpty } from "../../src/plan/difference.ts";
import { replan } from "../../src/plan/replan.ts";
import type { World } from "../../src/plan/world.ts";
import {
  clock,
  planned,
  seen,
  someCampaign,
  someNews,
  somePace,
  someStep,
  someWorld,
} from "../fixtures/plan.ts";
import { someSection } from "../fixtures/entry.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const later = new Date("2026-03-10T13:00:00Z");
const news = someNews("1", noon.toISOString());
const daily = someStep({
  name: "highlights",
  each: "story",
  sections: ["articles"],
  every: { days: 1, clock: clock(10) },
});
const world = someWorld({ campaigns: [someCampaign([someStep(), daily])], entries: [news] });
const before = planned(world, noon);

/** With what a test makes of one of the bookings. */
const withBooking = (one: World, step: string, changes: Partial<Booking>): World => ({
  ...one,
  bookings: one.bookings.map((booking) => (booking.step === step ? { ...booking, ...changes } : booking)),
});

const withSteps = (...steps: Parameters<typeof someCampaign>[0][number][]): World => ({
  ...before,
  campaigns: [someCampaign(steps)],
});

describe("a plan", () => {
  it("is made of all that the campaign says", () => {
    expect(seen(before.bookings)).toEqual([
      "03-10 15:00 tower announcement",
      "03-11 09:00 tower highlights Articles-0",
      "03-12 09:00 tower highlights Articles-1",
      "03-13 09:00 tower highlights Articles-2",
    ]);
  });

  it("once applied, changes nothing more, now or later", () => {
    expect(isEmpty(replan(before, noon))).toBe(true);
    expect(isEmpty(replan(before, new Date("2026-03-11T12:00:00Z")))).toBe(true);
  });

  it("is the same from the same world", () => {
    expect(replan(world, noon)).toEqual(replan(world, noon));
  });
});

describe("a campaign is edited while posts wait", () => {
  it("a step that is gone: its posts are cancelled, and come back with it", () => {
    const difference = replan(withSteps(someStep()), later);
    expect(difference.cancel.map(({ booking, why }) => `${booking.step}: ${why}`)).toEqual(
      Array(3).fill("highlights: The campaign gazette has no step highlights any more."),
    );
    const without = planned(withSteps(someStep()), later);
    const again = planned({ ...without, campaigns: world.campaigns }, later);
    expect(seen(again.bookings)).toEqual(seen(before.bookings));
  });

  it("another time: they move, and stories keep their order", () => {
    const { move, add, cancel } = replan(
      withSteps(someStep(), { ...daily, every: { days: 1, clock: clock(18) } }),
      later,
    );
    expect(move.map(({ booking, at }) => `${booking.story} ${new Date(at).toISOString()}`)).toEqual([
      "Articles-0 2026-03-10T17:00:00.000Z",
      "Articles-1 2026-03-11T17:00:00.000Z",
      "Articles-2 2026-03-12T17:00:00.000Z",
    ]);
    expect([add, cancel]).toEqual([[], []]);
  });

  it("another account: it gets what is to come, not what is past", () => {
    const both = (step: typeof daily) => ({ ...step, to: ["tower", "barn"] });
    const evening = new Date("2026-03-11T18:00:00Z");
    const { add } = replan(withSteps(both(someStep()), both(daily)), evening);
    expect(add.map(({ wish }) => `${wish.account} ${wish.name} ${wish.story?.id}`)).toEqual([
      "barn highlights Articles-1",
      "barn highlights Articles-2",
    ]);
  });

  it("an account that is gone: its posts are cancelled", () => {
    const { cancel } = replan(withSteps(someStep({ to: ["barn"] }), daily), later);
    expect(cancel.map(({ why }) => why)).toEqual(["announcement no longer goes to tower."]);
  });

  it("into something that cannot be understood: all stays as it is", () => {
    expect(isEmpty(replan({ ...before, campaigns: [], asleep: new Set(["gazette"]) }, later))).toBe(true);
  });

  it("and taken out: everything is cancelled", () => {
    const { cancel } = replan({ ...before, campaigns: [] }, later);
    expect(cancel).toHaveLength(4);
    expect(cancel[0]?.why).toContain("no longer in the configuration");
  });
});

describe("an entry changes", () => {
  const edited = (...stories: string[]): World => ({
    ...before,
    changed: new Set(["1"]),
    entries: [
      {
        ...news,
        plannedAt: noon.toISOString(),
        entry: { ...news.entry, sections: [someSection("Articles", ...stories)] },
      },
    ],
  });

  it("in its words: what waits is composed anew, in its place", () => {
    const { reword, move, add, cancel } = replan(edited("First!", "Second!", "Third!"), later);
    expect(reword).toHaveLength(4);
    expect([move, add, cancel]).toEqual([[], [], []]);
  });

  it("by one story more: it comes last, and no other moves", () => {
    const { add, move } = replan(edited("First", "Second", "Third", "Fourth"), later);
    expect(add.map(({ wish, at }) => `${wish.story?.text} ${new Date(at).toISOString()}`)).toEqual([
      "Fourth 2026-03-14T09:00:00.000Z",
    ]);
    expect(move).toEqual([]);
  });

  it("by one story less: its post is cancelled, and no other moves", () => {
    const { cancel, move } = replan(edited("First", "Second"), later);
    expect(cancel.map(({ booking, why }) => `${booking.story}: ${why}`)).toEqual([
      "Articles-2: Its story is no longer in the entry.",
    ]);
    expect(move).toEqual([]);
  });

  it("by a story's link, which is its name: one post goes, another comes in its place", () => {
    const [section] = news.entry.sections;
    const stories = section!.stories.map((story) =>
      story.text === "Second" ? { ...story, id: "new" } : story,
    );
    const entries = [
      {
        ...news,
        plannedAt: noon.toISOString(),
        entry: { ...news.entry, sections: [{ ...section!, stories }] },
      },
    ];
    const after = planned({ ...before, entries }, later);
    expect(seen(after.bookings)).toContain("03-12 09:00 tower highlights new");
    expect(seen(after.bookings)).toHaveLength(4);
  });

  it("by the link of a story that is out: it is not told again", () => {
    const sent = withBooking(edited("Second", "Third"), "highlights", { state: "sent" });
    const [section] = sent.entries[0]!.entry.sections;
    const stories = [{ id: "new", text: "First", link: null, image: null }, ...section!.stories.slice(1)];
    const entry = { ...sent.entries[0]!.entry, sections: [{ ...section!, stories }] };
    expect(replan({ ...sent, entries: [{ ...sent.entries[0]!, entry }] }, later).add).toEqual([]);
  });

  it("into no news: nothing of it goes out", () => {
    const { cancel } = replan({ ...before, entries: [{ ...news, state: "ignored" }] }, later);
    expect(cancel.map(({ why }) => why)).toEqual(Array(4).fill("Its entry was withdrawn."));
  });
});

describe("what a person did stays", () => {
  const moved = { dueAt: "2026-03-20T08:00:00.000Z", movedBy: "anna" };

  it("a time that somebody chose", () => {
    const chosen = withBooking(before, "announcement", moved);
    expect(isEmpty(replan(chosen, later))).toBe(true);
    const { move, keep } = replan(
      { ...chosen, campaigns: [someCampaign([someStep({ at: { kind: "next", clock: clock(18) } }), daily])] },
      later,
    );
    expect(move).toEqual([]);
    expect(keep.map(({ why }) => why)).toEqual(["anna chose its time. Else it would be moved."]);
  });

  it("words that somebody wrote, though the step is gone", () => {
    const { cancel, keep } = replan(
      { ...withBooking(before, "announcement", { edited: true }), campaigns: [] },
      later,
    );
    expect(cancel).toHaveLength(3);
    expect(keep[0]?.why).toContain("A person wrote its words.");
  });

  it("what is held, cancelled by hand, under way or out", () => {
    const states = ["held", "cancelled", "sending", "sent", "unsure", "handed", "failed"] as const;
    for (const state of states) {
      const one = withBooking(before, "announcement", { state });
      expect(isEmpty(replan({ ...one, campaigns: [someCampaign([daily])] }, later)), state).toBe(true);
      expect(isEmpty(replan(one, later)), state).toBe(true);
    }
  });

  it("a place that somebody took from another post, which goes elsewhere", () => {
    const taken = withBooking(before, "announcement", { dueAt: "2026-03-12T09:00:00.000Z", movedBy: "anna" });
    const { move } = replan(taken, later);
    expect(move.map(({ booking, at }) => `${booking.story} ${new Date(at).toISOString()}`)).toEqual([
      "Articles-1 2026-03-12T09:05:00.000Z",
    ]);
    expect(isEmpty(replan(planned(taken, later), later))).toBe(true);
  });
});

it("the rules of a zone change: what waits moves with its wall clock, and only that", () => {
  const summer = (moment: number): number =>
    moment < Date.parse("2026-03-12T00:00:00Z") ? 3_600_000 : 7_200_000;
  const { move, add, cancel } = replan({ ...before, offsets: () => summer }, later);
  expect(move.map(({ booking, at }) => `${booking.dueAt} ${new Date(at).toISOString()}`)).toEqual([
    "2026-03-12T09:00:00.000Z 2026-03-12T08:00:00.000Z",
    "2026-03-13T09:00:00.000Z 2026-03-13T08:00:00.000Z",
  ]);
  expect([add, cancel]).toEqual([[], []]);
});

it("an account of another zone keeps that zone's clocks", () => {
  const paces = new Map([["tower", somePace({ zone: "America/New_York" })]]);
  expect(seen(planned({ ...world, paces }, noon).bookings)[0]).toBe("03-10 20:00 tower announcement");
});
