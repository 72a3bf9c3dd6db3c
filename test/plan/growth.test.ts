import { expect, it } from "vitest";
import { isEmpty } from "../../src/plan/difference.ts";
import { apply } from "../../src/plan/rehearse.ts";
import { replan } from "../../src/plan/replan.ts";
import type { World } from "../../src/plan/world.ts";
import { effortOf, measure } from "../fixtures/effort.ts";
import { someCampaign, someNews, someStep, someWorld } from "../fixtures/plan.ts";

const start = Date.parse("2026-01-01T12:00:00Z");
const now = new Date(start);

/** Campaigns of one source, on twenty accounts; an entry every six hours. */
const worldOf = (campaigns: number, entries: number): World =>
  someWorld({
    campaigns: Array.from({ length: campaigns }, (_, index) =>
      someCampaign([someStep({ to: [`account${index % 20}`] })], { name: `campaign${index}` }),
    ),
    entries: Array.from({ length: entries }, (_, index) =>
      someNews(String(index).padStart(6, "0"), new Date(start + index * 6 * 3_600_000).toISOString()),
    ),
  });

async function plan(campaigns: number, entries: number) {
  const world = worldOf(campaigns, entries);
  const { made: difference, took } = await measure(() => replan(world, now));
  return { world, difference, took };
}

it(
  "100 campaigns × 1,000 entries are planned in one call, and time grows as the number does",
  { timeout: 60_000 },
  async () => {
    await plan(10, 500);
    const { world, difference, took } = await plan(100, 1000);
    expect(difference.add).toHaveLength(100_000);
    const after = apply(world, difference, now);
    const again = await effortOf(() => expect(isEmpty(replan(after, now))).toBe(true));
    const { took: small } = await plan(10, 1000);
    const { took: large } = await plan(10, 10_000);
    console.log(
      `100 campaigns × 1,000 entries: ${Math.round(took)} ms for 100,000 posts, ${Math.round(again)} ms when nothing changed; ` +
        `10 campaigns × 1,000 → 10,000 entries: ${Math.round(small)} → ${Math.round(large)} ms (× ${(large / small).toFixed(1)})`,
    );
    expect(large / small).toBeLessThan(40);
  },
);
