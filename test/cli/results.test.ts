import { join } from "node:path";
import { expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { someCarillon } from "../fixtures/carillon.ts";
import { seedResults } from "../fixtures/results.ts";

const config = `site: { timezone: Europe/Berlin }
ledger: ./carillon.db
accounts:
  here: { channel: page }
  bird: { channel: twitter, apiKey: a, apiSecret: b, accessToken: c, accessSecret: d }
`;

async function someBelfry(issues: number) {
  const carillon = someCarillon(config);
  const ledger = await openLedger(join(carillon.folder, "carillon.db"));
  const accounts = { fedi: "mastodon", lemmy: "lemmy" };
  await seedResults(ledger, { issues, age: 2, now: new Date(), accounts, posts: 2 });
  await ledger.close();
  return carillon;
}

it("tells what came of the newest issues, and what is not counted and why", async () => {
  const { run } = await someBelfry(3);
  const { code, out } = await run("results");
  expect(code).toBe(0);
  expect(out).toMatch(/The Belfry, issue 3 {2}issue-0002\n {2}60 likes, 16 reposts, 4 replies \(4 posts\)/);
  expect(out).toContain("likes, reposts and replies (the median of 2 before)");
  expect(out).toContain("bird is not counted: looking costs money there, up to 0.03 USD a post");
});

it("of one entry, as JSON and as a table file", async () => {
  const { run, json } = await someBelfry(2);
  const [one] = await json<readonly { id: string; counts: object }[]>("results", "issue-0001");
  expect(one).toMatchObject({ id: "issue-0001", counts: { likes: 60, clicks: null } });
  expect((await run("results", "issue-0001", "--csv")).out.split("\r\n").slice(0, 2)).toEqual([
    "entry,title,by,name,channel,posts,likes,reposts,replies,clicks,views",
    'issue-0001,"The Belfry, issue 2",all,,,4,60,16,4,,',
  ]);
  expect(await run("results", "nothing")).toMatchObject({
    code: 1,
    err: expect.stringContaining("There is no entry nothing"),
  });
});

it("of a month; one that is none is refused with a sentence", async () => {
  const { run, json } = await someBelfry(2);
  const month = new Date().toISOString().slice(0, 7);
  expect(await json("results", "--month", month)).toMatchObject({ month, over: false });
  expect((await run("results", "--month", month, "--csv")).out).toContain(`${month},all,`);
  expect((await run("results", "--month", "2026-13")).err).toMatch(
    /^There are no results of 2026-13: write a month/,
  );
});

it("before anything is counted it says so, and looks only when asked to", async () => {
  const { run } = await someBelfry(0);
  expect((await run("results")).out).toMatch(/^Nothing has been counted yet\./);
  expect(await run("results", "--collect")).toMatchObject({ code: 0, err: "Looked at 0 posts.\n" });
});
