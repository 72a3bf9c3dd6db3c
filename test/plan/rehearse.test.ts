import { expect, it } from "vitest";
import { calendarOf, passTo } from "../../src/plan/rehearse.ts";
import { planned, someCampaign, someNews, someStep, someWorld } from "../fixtures/plan.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const day = (date: string): Date => new Date(`${date}T00:00:00Z`);

it("a calendar shows what goes out and went out in a span of time, drafts too, and nothing that was cancelled", () => {
  const steps = [someStep(), someStep({ name: "later", after: 2 * 86_400 })];
  const review = { approvals: 1, expires: null };
  const world = planned(
    someWorld({ campaigns: [someCampaign(steps, { review })], entries: [someNews("1", noon.toISOString())] }),
    noon,
  );
  const states = (from: string, to: string, one = world): readonly string[] =>
    calendarOf(one, day(from), day(to)).map(({ step, state }) => `${step} ${state}`);
  expect(states("2026-03-10", "2026-03-13")).toEqual(["announcement draft", "later draft"]);
  expect(states("2026-03-11", "2026-03-13")).toEqual(["later draft"]);
  expect(states("2026-03-10", "2026-03-13", passTo(world, day("2026-03-11")))).toEqual([
    "announcement sent",
    "later draft",
  ]);
  const without = planned({ ...world, campaigns: [someCampaign([someStep()])] }, noon);
  expect(states("2026-03-10", "2026-03-13", without)).toEqual(["announcement draft"]);
});
