import { expect, test } from "vitest";
import { ageAt, ages, firstLook, forgotten, nextLook } from "../../../src/app/results/schedule.ts";

const hour = 3600;
const day = 24 * hour;
const sentAt = new Date("2026-03-10T12:00:00Z");
const after = (seconds: number): Date => new Date(sentAt.getTime() + seconds * 1000);

test("a post is looked at after an hour, six, a day, three, seven and thirty, then never", () => {
  const looks: number[] = [];
  for (let at = firstLook(sentAt, sentAt); at !== null; at = nextLook(sentAt, at))
    looks.push((at.getTime() - sentAt.getTime()) / 1000);
  expect(looks).toEqual([hour, 6 * hour, day, 3 * day, 7 * day, 30 * day]);
  expect(looks).toEqual([...ages]);
});

test("what was missed is not made up for: one look now, and on with the next age", () => {
  const now = after(2 * day);
  expect(firstLook(sentAt, now)).toEqual(now);
  expect(ageAt(sentAt, now)).toBe(day);
  expect(nextLook(sentAt, now)).toEqual(after(3 * day));
});

test.each([
  [-hour, hour],
  [0, hour],
  [hour - 1, hour],
  [6 * hour - 1, hour],
  [6 * hour, 6 * hour],
  [29 * day, 7 * day],
  [400 * day, 30 * day],
])("a look %i seconds after a post is one of %i", (seconds, age) => {
  expect(ageAt(sentAt, after(seconds))).toBe(age);
});

test("a post of long ago is not looked at any more", () => {
  expect(firstLook(sentAt, after(forgotten + 1))).toBeNull();
  expect(nextLook(sentAt, after(30 * day))).toBeNull();
});
