import { describe, expect, it } from "vitest";
import type { Pace, Quiet } from "../../src/model/slot.ts";
import { isEmpty } from "../../src/plan/difference.ts";
import { replan } from "../../src/plan/replan.ts";
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

/** A Tuesday. */
const noon = new Date("2026-03-10T12:00:00Z");

const quiet = (changes: Partial<Quiet>): Quiet => ({ hours: null, weekdays: [], dates: [], ...changes });

function slots(hour: number, pace: Partial<Pace>, many = 1): readonly string[] {
  const entries = Array.from({ length: many }, (_, index) => someNews(String(index), noon.toISOString()));
  const campaigns = [someCampaign([someStep({ at: { kind: "next", clock: clock(hour) } })])];
  const world = planned(someWorld({ entries, campaigns, pace: somePace({ zone: "UTC", ...pace }) }), noon);
  expect(isEmpty(replan(world, noon))).toBe(true);
  return seen(world.bookings).map((one) => one.slice(0, 11));
}

it("stories that go out in a rhythm keep the gap to those of another entry", () => {
  const rhythm = someStep({
    at: { kind: "now" },
    each: "story",
    every: { days: 1, clock: clock(10) },
    limit: 1,
  });
  const entries = ["1", "2"].map((id) => someNews(id, noon.toISOString()));
  const world = planned(someWorld({ entries, campaigns: [someCampaign([rhythm])] }), noon);
  expect(seen(world.bookings).map((one) => one.slice(0, 11))).toEqual(["03-11 09:00", "03-11 09:05"]);
});

describe("quiet times", () => {
  const night = { hours: { from: clock(22), to: clock(7) } };

  it("end, and what fell into them goes out", () => {
    expect(slots(23, { quiet: quiet(night) })).toEqual(["03-11 07:00"]);
    expect(slots(6, { quiet: quiet(night) })).toEqual(["03-11 07:00"]);
    expect(slots(7, { quiet: quiet(night) })).toEqual(["03-11 07:00"]);
    expect(slots(21, { quiet: quiet(night) })).toEqual(["03-10 21:00"]);
  });

  it("of whole days: at the same time of the next that is none", () => {
    expect(slots(16, { quiet: quiet({ weekdays: [2, 3], dates: ["2026-03-12"] }) })).toEqual(["03-13 16:00"]);
    expect(slots(23, { quiet: quiet({ ...night, dates: ["2026-03-11"] }) })).toEqual(["03-12 07:00"]);
  });

  it("that never end leave no slot, and the plan says so", () => {
    const world = someWorld({
      entries: [someNews("1", noon.toISOString())],
      pace: somePace({ quiet: quiet({ weekdays: [1, 2, 3, 4, 5, 6, 7] }) }),
    });
    expect(replan(world, noon).never.map(({ why }) => why)).toEqual([
      "No moment within a year is free: look at the account's quiet times.",
    ]);
  });

  it("that are written while posts wait move what falls into them", () => {
    const world = planned(someWorld({ entries: [someNews("1", noon.toISOString())] }), noon);
    const { move } = replan({ ...world, pace: somePace({ quiet: quiet({ weekdays: [2] }) }) }, noon);
    expect(move.map(({ at }) => new Date(at).toISOString())).toEqual(["2026-03-11T15:00:00.000Z"]);
  });
});

describe("posts that want the same time", () => {
  it("follow each other after five minutes, or what the account says", () => {
    expect(slots(16, {}, 3)).toEqual(["03-10 16:00", "03-10 16:05", "03-10 16:10"]);
    expect(slots(16, { gap: 1800 }, 3)).toEqual(["03-10 16:00", "03-10 16:30", "03-10 17:00"]);
  });

  it("flow into the next days, where a day has had enough", () => {
    expect(slots(16, { perDay: 2 }, 5)).toEqual([
      "03-10 16:00",
      "03-10 16:05",
      "03-11 16:00",
      "03-11 16:05",
      "03-12 16:00",
    ]);
  });

  it("go out at once where they want it now, unless the account has a gap of its own", () => {
    const at = (gap: number | null): readonly string[] => {
      const entries = ["1", "2"].map((id) => someNews(id, noon.toISOString()));
      const campaigns = [someCampaign([someStep({ at: { kind: "now" } })])];
      return seen(planned(someWorld({ entries, campaigns, pace: somePace({ gap }) }), noon).bookings);
    };
    expect(at(null)).toEqual(Array(2).fill("03-10 12:00 tower announcement"));
    expect(at(60)).toEqual(["03-10 12:00 tower announcement", "03-10 12:01 tower announcement"]);
  });

  it("on another account do not matter", () => {
    const campaigns = [someCampaign([someStep({ to: ["tower", "barn"] })])];
    const world = someWorld({ entries: [someNews("1", noon.toISOString())], campaigns });
    expect(seen(planned(world, noon).bookings)).toEqual([
      "03-10 15:00 barn announcement",
      "03-10 15:00 tower announcement",
    ]);
  });
});

it("a step for some days of the week goes out on the first of them", () => {
  const at = { kind: "next", clock: clock(10), days: [1, 5] } as const;
  const campaigns = [someCampaign([someStep({ at })])];
  const world = someWorld({ campaigns, entries: [someNews("1", noon.toISOString())] });
  expect(seen(planned(world, noon).bookings)).toEqual(["03-13 09:00 tower announcement"]);
});
