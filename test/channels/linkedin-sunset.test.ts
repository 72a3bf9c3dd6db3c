import { expect, test } from "vitest";
import { warnOfSunset } from "../../channels/linkedin/sunset.ts";

const at = (day: string): readonly string[] => warnOfSunset({ version: "202609" }, new Date(day));

test("a version is not spoken of while it is young", () => {
  expect(at("2027-06-30")).toEqual([]);
});

test("a version near its end is spoken of two months ahead, and after it", () => {
  expect(at("2027-07-01")).toEqual([expect.stringContaining("ends about 09/2027")]);
  expect(at("2028-01-01")).toHaveLength(1);
});

test("a version that is no month is left to the network", () => {
  expect(warnOfSunset({ version: "latest" }, new Date("2027-07-01"))).toEqual([]);
});
