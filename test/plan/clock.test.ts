import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayOfDate, momentOf, timeOf } from "../../src/plan/clock.ts";
import { rhythm } from "../../src/plan/slots.ts";
import { offsetsOf } from "../../src/plan/zones.ts";

/** North and south, by an hour and by half of one, at midnight and in Ramadan; and some that never change. */
const zones =
  `Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Kyiv Europe/Chisinau America/New_York
  America/Los_Angeles America/St_Johns America/Havana America/Santiago America/Asuncion America/Nuuk America/Scoresbysund Africa/Cairo
  Africa/Casablanca Asia/Beirut Asia/Jerusalem Australia/Lord_Howe Pacific/Auckland Asia/Tokyo Asia/Kolkata`.split(
    /\s+/,
  );

const first = "2023-01-01";
const days = 4 * 365 + 1;
const clocks = [0, 1, 2, 3].map((hour) => ({ hour, minute: 30 })).concat({ hour: 0, minute: 0 });

/** The changes of a zone's clocks in these years: how often a time was left out, and how often it came twice. */
function changesOf(zone: string) {
  const end = Temporal.PlainDate.from(first).add({ days }).toZonedDateTime(zone);
  let at = Temporal.PlainDate.from(first).toZonedDateTime(zone).getTimeZoneTransition("next");
  const changes = { forward: 0, back: 0 };
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
    const before = at.subtract({ seconds: 1 }).offsetNanoseconds;
    if (at.offsetNanoseconds > before) changes.forward += 1;
    else changes.back += 1;
    at = at.getTimeZoneTransition("next");
  }
  return changes;
}

it("every slot of four years in 22 zones is where the calendar has it, none lost, none twice", () => {
  const totals = { slots: 0, forward: 0, back: 0, gaps: 0, overlaps: 0 };
  for (const zone of zones) {
    const offsets = offsetsOf(zone);
    const changes = changesOf(zone);
    totals.forward += changes.forward;
    totals.back += changes.back;
    for (const clock of clocks) {
      const day = Temporal.PlainDate.from(first);
      const from = day.subtract({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: "23:59:59" });
      const moments = rhythm({ days: 1, clock }, days, from.epochMilliseconds, offsets);
      const expected = Array.from({ length: days }, (_, index) =>
        day
          .add({ days: index })
          .toPlainDateTime(clock)
          .toZonedDateTime(zone, { disambiguation: "compatible" }),
      );
      expect(moments, `${zone} ${clock.hour}:${clock.minute}`).toEqual(
        expected.map((one) => one.epochMilliseconds),
      );
      expect(new Set(moments).size).toBe(days);
      totals.slots += moments.length;
      const time = (clock.hour * 60 + clock.minute) * 60_000;
      totals.gaps += moments.filter((moment) => timeOf(moment, offsets) !== time).length;
      totals.overlaps += moments.filter((moment) => timeOf(moment + 3_600_000, offsets) === time).length;
    }
  }
  console.log(
    `${zones.length} zones × 4 years: ${totals.slots} slots, ${totals.forward} times forward, ${totals.back} times back; ` +
      `${totals.gaps} slots in a gap (later by it), ${totals.overlaps} in an overlap (the first): all as stated`,
  );
  expect(totals.gaps).toBeGreaterThan(50);
  expect(totals.overlaps).toBeGreaterThan(50);
}, 120_000);

describe("a time on the wall clock", () => {
  const at = (date: string, hour: number, zone: string): string =>
    new Date(momentOf(dayOfDate(date), hour * 3_600_000, offsetsOf(zone))).toISOString();

  it("that is left out is as much later as the clocks were moved", () => {
    expect(at("2026-03-29", 2.5, "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(at("2025-10-05", 2.25, "Australia/Lord_Howe")).toBe("2025-10-04T15:45:00.000Z");
  });

  it("that comes twice is the first", () => {
    expect(at("2026-10-25", 2.5, "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  it("of a day that an island skipped is on the next", () => {
    expect(at("2011-12-30", 12, "Pacific/Apia")).toBe("2011-12-30T22:00:00.000Z");
  });
});
