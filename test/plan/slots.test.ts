import { describe, expect, it } from "vitest";
import { rhythm, slotOf } from "../../src/plan/slots.ts";
import { offsetsOf } from "../../src/plan/zones.ts";

const zone = offsetsOf("Europe/Berlin");
const at = (text: string): number => Date.parse(text);
const four = { hour: 16, minute: 0 };

describe("a slot", () => {
  it("now is now", () => {
    expect(slotOf({ kind: "now" }, 0, at("2026-03-10T12:00:00Z"), zone)).toEqual(at("2026-03-10T12:00:00Z"));
  });

  it("next 16:00 is today before, and tomorrow after it", () => {
    expect(slotOf({ kind: "next", clock: four }, 0, at("2026-03-10T14:59:00Z"), zone)).toEqual(
      at("2026-03-10T15:00:00Z"),
    );
    expect(slotOf({ kind: "next", clock: four }, 0, at("2026-03-10T15:01:00Z"), zone)).toEqual(
      at("2026-03-11T15:00:00Z"),
    );
  });

  it("16:00 is at once when it is past", () => {
    expect(slotOf({ kind: "clock", clock: four }, 0, at("2026-03-10T18:00:00Z"), zone)).toEqual(
      at("2026-03-10T18:00:00Z"),
    );
  });

  it("four days later is at the same wall clock, over the change of clocks", () => {
    const clock = { kind: "clock", clock: { hour: 18, minute: 0 } } as const;
    expect(slotOf(clock, 4 * 86_400, at("2026-03-27T12:00:00Z"), zone)).toEqual(at("2026-03-31T16:00:00Z"));
  });

  it("ten o'clock on the fourth day is that, whatever the hour was", () => {
    const clock = { kind: "clock", clock: { hour: 10, minute: 0 } } as const;
    const day = 86_400;
    expect(slotOf(clock, 4 * day, at("2026-03-10T13:00:00Z"), zone)).toEqual(at("2026-03-14T09:00:00Z"));
    expect(slotOf(clock, day + 3600, at("2026-03-10T23:30:00Z"), zone)).toEqual(at("2026-03-12T09:00:00Z"));
  });

  it("that the change of clocks leaves out is an hour later", () => {
    const clock = { kind: "next", clock: { hour: 2, minute: 30 } } as const;
    expect(slotOf(clock, 0, at("2026-03-29T00:00:00Z"), zone)).toEqual(at("2026-03-29T01:30:00Z"));
  });

  it("that comes twice is taken the first time", () => {
    const clock = { kind: "next", clock: { hour: 2, minute: 30 } } as const;
    expect(slotOf(clock, 0, at("2026-10-24T23:00:00Z"), zone)).toEqual(at("2026-10-25T00:30:00Z"));
  });
});

describe("a rhythm", () => {
  it("is at the same wall clock every day", () => {
    const days = rhythm({ days: 1, clock: { hour: 10, minute: 0 } }, 4, at("2026-03-27T10:00:00Z"), zone);
    expect(days.map((day) => new Date(day).toISOString().slice(5, 16))).toEqual([
      "03-28T09:00",
      "03-29T08:00",
      "03-30T08:00",
      "03-31T08:00",
    ]);
  });
});
