import { expect, it } from "vitest";
import { adviceOn, placeOf } from "../../src/plan/advice.ts";
import { offsetsOf } from "../../src/plan/zones.ts";
import { clock, someCampaign, someNews, someStep } from "../fixtures/plan.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const { entry } = someNews("1", noon.toISOString());
const advise = (step: Parameters<typeof someStep>[0], entries = [entry]): readonly string[] =>
  adviceOn([someCampaign([someStep(step)])], entries, offsetsOf("Europe/Berlin"), noon).map(
    (one) => `${placeOf(one)}: ${one.text}`,
  );

it("a day that is past is told of", () => {
  const on = (date: string) => ({ on: { kind: "once", date, clock: clock(10) } }) as const;
  expect(advise(on("2026-03-10"))).toEqual([
    "campaigns.gazette.steps.announcement: 2026-03-10 is past, so nothing will go out. Choose a day to come, or take the step out.",
  ]);
  expect(advise(on("2026-03-11"))).toEqual([]);
});

it("a section that no issue has is told of, with those that there are", () => {
  expect(advise({ each: "story", sections: ["Articles", "Artikel*"] })).toEqual([
    "campaigns.gazette.steps.announcement: None of the last 1 issues has a section “Artikel*”. There are: Articles, Releases.",
  ]);
  expect(advise({ before: "event", at: { kind: "before", before: 1, clock: clock(10) } })[0]).toContain(
    "for events",
  );
  expect(advise({ each: "story", sections: ["Artikel"] }, [])).toEqual([]);
});
