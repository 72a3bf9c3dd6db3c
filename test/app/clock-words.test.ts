import { expect, it } from "vitest";
import { inWords } from "../../src/app/clock-words.ts";

const now = new Date("2026-04-04T12:00:00Z");
const say = (moment: string, language = "en", zone = "Europe/Berlin"): string =>
  inWords(new Date(moment), now, zone, language);

it("a moment is said as people say it, in the place where it is meant", () => {
  expect(say("2026-04-07T14:00:00Z")).toBe("Tue 7 April, 16:00 Berlin, in 3 days");
  expect(say("2026-04-07T14:00:00Z", "de")).toBe("Di., 7. April, 16:00 Uhr Berlin, in 3 Tagen");
  expect(say("2026-04-04T14:00:00Z", "en", "America/New_York")).toBe(
    "Sat 4 April, 10:00 New York, in 2 hours",
  );
  expect(say("2026-04-03T12:00:00Z", "de", "UTC")).toBe("Fr., 3. April, 12:00 Uhr UTC, gestern");
  expect(say("2026-04-04T12:00:00Z")).toBe("Sat 4 April, 14:00 Berlin, now");
});

it("the year is said where it is not this one", () => {
  expect(say("2027-04-07T14:00:00Z")).toContain("2027");
});
