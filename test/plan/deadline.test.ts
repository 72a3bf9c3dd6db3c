import { describe, expect, it } from "vitest";
import { readDeadline } from "../../src/config/deadline.ts";
import { lastTerm } from "../../src/plan/deadline.ts";

const termOf = (written: string, now: string, zone = "Europe/Berlin") => {
  const { from, at } = lastTerm(readDeadline(written)!, new Date(now), zone);
  return [from.toISOString(), at.toISOString()];
};

describe("a deadline as people write it", () => {
  it.each([
    ["monthly by 7", { every: "month", day: 7, clock: null }],
    ["monthly by the 7th", { every: "month", day: 7, clock: null }],
    ["monthly by the 1st 18:30", { every: "month", day: 1, clock: { hour: 18, minute: 30 } }],
    ["Weekly by Monday 12:00", { every: "week", day: 1, clock: { hour: 12, minute: 0 } }],
    ["weekly by Sun", { every: "week", day: 7, clock: null }],
    ["daily by 9:00", { every: "day", day: 0, clock: { hour: 9, minute: 0 } }],
  ])("%s is understood", (written, deadline) => {
    expect(readDeadline(written)).toEqual(deadline);
  });

  it.each([
    "monthly",
    "monthly by 32",
    "monthly by 0",
    "weekly by 7",
    "daily by",
    "weekly by Mon 25:00",
    "7",
  ])("%s is not", (written) => {
    expect(readDeadline(written)).toBeUndefined();
  });
});

describe("the last deadline", () => {
  it("is that day's end in the site's zone where no time is given", () => {
    expect(termOf("monthly by 7", "2026-11-07T22:59:00Z")[1]).toBe("2026-10-07T22:00:00.000Z");
    expect(termOf("monthly by 7", "2026-11-07T23:00:00Z")[1]).toBe("2026-11-07T23:00:00.000Z");
    expect(termOf("monthly by 7", "2026-11-07T23:00:00Z", "America/New_York")[1]).toBe(
      "2026-10-08T04:00:00.000Z",
    );
  });

  it("keeps the wall clock through a change of clocks", () => {
    expect(termOf("weekly by Mon 12:00", "2026-03-30T10:00:00Z")).toEqual([
      "2026-03-26T22:30:00.000Z",
      "2026-03-30T10:00:00.000Z",
    ]);
    expect(termOf("weekly by Mon 12:00", "2026-03-30T09:59:00Z")[1]).toBe("2026-03-23T11:00:00.000Z");
    expect(termOf("daily by 2:30", "2026-03-29T01:00:00Z")[1]).toBe("2026-03-28T01:30:00.000Z");
  });

  it("is on the last day of a month that is too short", () => {
    expect(termOf("monthly by 31 12:00", "2026-03-01T00:00:00Z", "UTC")[1]).toBe("2026-02-28T12:00:00.000Z");
    expect(termOf("monthly by 31", "2026-03-01T00:30:00Z", "UTC")[1]).toBe("2026-03-01T00:00:00.000Z");
  });

  it("counts what came in the second half of the time before it", () => {
    expect(termOf("monthly by 7 12:00", "2026-12-10T00:00:00Z", "UTC")[0]).toBe("2026-11-22T12:00:00.000Z");
    expect(termOf("daily by 18:00", "2026-12-10T17:00:00Z", "UTC")[0]).toBe("2026-12-09T06:00:00.000Z");
  });

  it("goes over the year's end", () => {
    expect(termOf("weekly by Sun", "2026-01-02T00:00:00Z", "UTC")[1]).toBe("2025-12-29T00:00:00.000Z");
    expect(termOf("monthly by 20", "2026-01-02T00:00:00Z", "UTC")[1]).toBe("2025-12-21T00:00:00.000Z");
  });
});
