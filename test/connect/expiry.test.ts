import { expect, it } from "vitest";
import { statusOf } from "../../src/app/status.ts";
import { readingOf } from "../../src/app/reading.ts";
import { planInto } from "../fixtures/shop.ts";
import { signIn, someTower } from "../fixtures/tower.ts";

const day = 86_400_000;
const start = Date.parse("2026-03-10T12:00:00Z");
const at = (days: number): string => new Date(start + days * day).toISOString();

/** An account whose sign-in lasts sixty days and cannot be renewed, with a post in 61 days and one in 30. */
async function someEnding() {
  let now = start;
  const tower = await someTower({ access: 60 * 86_400, refresh: "none", now: () => new Date(now) });
  const app = await tower.open(() => new Date(now));
  const outcome = await signIn(app);
  const post = { account: "tower", channel: "twitter" };
  await planInto(app.ledger, [
    { ...post, step: "announcement", dueAt: at(30) },
    { ...post, step: "reminder", dueAt: at(61) },
  ]);
  return { app, outcome, pass: (days: number) => void (now += days * day) };
}

it("a sign-in that cannot be renewed says until when it lasts", async () => {
  const { outcome } = await someEnding();
  expect(outcome.lines.at(-1)).toBe("It works until 2026-05-09, for 60 days: connect it again before then.");
});

it("two weeks before it ends the status says so and names the posts that fall after it; nothing is ill yet", async () => {
  const { app, pass } = await someEnding();
  pass(45);
  expect((await statusOf(app)).expiries).toEqual([]);
  pass(1);
  const [warning = ""] = (await statusOf(app)).expiries;
  expect(warning).toMatch(
    /^The account tower stops working on 2026-05-09, in 14 days: run `carillon accounts connect tower`\. Planned after that: reminder of “The Bell Gazette, March” on 2026-05-10 \(\w+\)\.$/,
  );
  const health = await (await readingOf(app)).health();
  expect(health.alarms).toContainEqual(
    expect.objectContaining({
      key: "ending:tower",
      severity: "warning",
      mend: "Run `carillon accounts connect tower`.",
    }),
  );
});

it("once it has ended nothing is tried with it, and a new sign-in mends it", async () => {
  const { app, pass } = await someEnding();
  await app.desk.sessions.open("tower");
  pass(61);
  expect(await app.desk.sessions.open("tower")).toMatchObject({
    failure: {
      kind: "unauthorised",
      reason: "The sign-in of tower ended on 2026-05-09: run `carillon accounts connect tower`.",
    },
  });
  expect((await statusOf(app)).expiries[0]).toContain("stopped working on 2026-05-09");
  expect((await signIn(app)).done).toBe(true);
  expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
  expect((await statusOf(app)).expiries).toEqual([]);
});

it("an account that nobody has connected is spoken of", async () => {
  const app = await (await someTower()).open();
  expect((await statusOf(app)).expiries).toEqual([
    "The account tower is not connected yet: run `carillon accounts connect tower`.",
  ]);
});
