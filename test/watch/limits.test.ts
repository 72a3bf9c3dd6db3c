import { describe, expect, it } from "vitest";
import { alarmsOf } from "../../src/watch/alarms.ts";
import type { World } from "../../src/watch/world.ts";
import { someWorld } from "../fixtures/alarms.ts";

const now = new Date("2026-03-10T15:00:00Z");
const keysOf = (world: Partial<World>): readonly string[] =>
  alarmsOf(someWorld(world), now).map(({ key }) => key);

describe("a network that takes no more than a few posts until it counts anew", () => {
  const ration = { account: "bells", posts: 3, planned: 5, until: "2026-03-10T23:00:00.000Z" };

  it("is warned of where more are planned until then", () => {
    const [warning] = alarmsOf(someWorld({ rations: [ration] }), now);
    expect(warning).toMatchObject({ key: "limit:bells", severity: "warning", silent: false });
    expect(warning?.text).toMatch(
      /^Until .* more is planned for bells than its network takes: 5 planned, 3 left\.$/,
    );
  });

  it("is not where they are as many", () => {
    expect(keysOf({ rations: [{ ...ration, planned: 3 }] })).toEqual([]);
  });

  it("is warned of once an account, by the limit that lacks most, and not through that account", () => {
    const rations = [ration, { ...ration, posts: 1 }, { ...ration, account: "hook" }];
    const warnings = alarmsOf(someWorld({ rations }), now);
    expect(warnings.map(({ key, silent }) => [key, silent])).toEqual([
      ["limit:bells", false],
      ["limit:hook", true],
    ]);
    expect(warnings[0]?.text).toContain("5 planned, 1 left");
  });
});

it("a budget is warned of that leaves less than what is planned costs", () => {
  const purse = { account: "bells", left: 4, planned: 6.2, words: { left: "4.00 USD", planned: "6.20 USD" } };
  const [warning] = alarmsOf(someWorld({ purses: [purse] }), now);
  expect(warning).toMatchObject({ key: "budget:bells", severity: "warning" });
  expect(warning?.text).toContain("6.20 USD planned, 4.00 USD left");
  expect(keysOf({ purses: [{ ...purse, planned: 4 }] })).toEqual([]);
});
