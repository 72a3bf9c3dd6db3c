import { expect, it } from "vitest";
import { neverComing } from "../../src/plan/never.ts";
import { clock, someCampaign, somePace, someStep, someWorld } from "../fixtures/plan.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const quiet = (from: number, to: number) => ({
  quiet: { hours: { from: clock(from), to: clock(to) }, weekdays: [], dates: [] },
});
const find = (step: Parameters<typeof someStep>[0], pace = {}) =>
  neverComing(someWorld({ campaigns: [someCampaign([someStep(step)])], pace: somePace(pace) }), noon);

it("a slot in quiet hours that last longer than the post is worth sending never comes", () => {
  const late = { at: { kind: "next", clock: clock(16) }, expires: 3600 } as const;
  expect(find(late, quiet(12, 20))).toEqual([
    {
      campaign: "gazette",
      step: "announcement",
      account: "tower",
      why: "Every free moment comes after it has expired.",
    },
  ]);
  expect(find(late, quiet(12, 17))).toEqual([]);
  expect(find({ ...late, expires: 86_400 }, quiet(12, 20))).toEqual([]);
});

it("what comes at some hours or on some days is not spoken of", () => {
  const now = { at: { kind: "now" }, expires: 3600 } as const;
  expect(find(now, quiet(22, 7))).toEqual([]);
  const weekdays = [1, 2, 3, 4, 5, 6] as const;
  const sundays = { quiet: { hours: null, weekdays: [...weekdays], dates: [] } };
  expect(find({ ...now, expires: 3 * 86_400 }, sundays)).toEqual([]);
});
