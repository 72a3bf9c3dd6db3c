import { expect, it, onTestFinished } from "vitest";
import type { Cost } from "../src/app/costs.ts";
import type { deliveryJson } from "../src/app/status.ts";
import { startTwitter } from "./bench/twitter.ts";
import { someCarillon } from "./fixtures/carillon.ts";
import { gazetteOf } from "./fixtures/gazette.ts";
import { someDocument } from "./fixtures/replay.ts";

type Row = ReturnType<typeof deliveryJson>;

/** Two announcements with links for an account that has 30 cents a month. */
async function someTeam() {
  const [server, feed] = await Promise.all([
    startTwitter({ strict: false }),
    someDocument(gazetteOf("January")),
  ]);
  onTestFinished(() => server.close());
  const carillon = someCarillon(`
ledger: ./ledger.db
network: { allowPrivate: true }
sources: { gazette: { feed: "${feed.url}" } }
accounts:
  x: { channel: twitter, server: "${server.url}", accessToken: "${server.bearerOf("comms")}", budget: 0.30 USD/month }
campaigns:
  gazette: { source: gazette, steps: { announcement: { to: [x] }, reminder: { to: [x], after: 1m } } }
`);
  return { server, feed, carillon };
}

/** The tenth day of the month after this one. */
function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 10)).toISOString();
}

it("what posts cost is told before it is spent", async () => {
  const { feed, carillon } = await someTeam();
  const [before] = (await carillon.json<{ costs: readonly Cost[] }>("check")).costs;
  expect(before).toMatchObject({
    account: "x",
    post: { amount: 0.015 },
    withLink: { amount: 0.2 },
    lately: null,
  });
  await carillon.prepare();
  feed.set(gazetteOf("February", "January"));
  const preview = await carillon.run("preview");
  expect(preview.out.match(/cost {3}0\.20 USD/g)).toHaveLength(2);
  expect(preview.out).toContain("Together these cost 0.40 USD.");
});

it("a post that would go over the budget waits, whole, for a person and the next month", async () => {
  const { server, feed, carillon } = await someTeam();
  await carillon.prepare();
  feed.set(gazetteOf("February", "January"));
  await carillon.run("once");
  const soon = new Date(Date.now() + 120_000).toISOString();
  const said = await carillon.run("once", "--now", soon);
  expect(said).toMatchObject({
    code: 1,
    err: expect.stringContaining("held x reminder: The budget of 0.30 USD"),
  });
  expect(server.seen("comms")).toHaveLength(1);
  const [, held] = await carillon.json<readonly Row[]>("log");
  expect(held).toMatchObject({
    state: "held",
    text: expect.stringContaining("https://bells.example.org/February/"),
  });
  const status = await carillon.run("status");
  expect(status.out).toContain("The budget of 0.30 USD a month for x is used up: 0.20 USD are spent");
  expect((await carillon.run("check")).out).toContain("The last 30 days: 1 post, 0.20 USD.");
  await carillon.run("release", held!.id);
  await carillon.run("once", "--now", soon);
  expect(server.seen("comms")).toHaveLength(1);
  await carillon.run("release", held!.id);
  expect((await carillon.run("once", "--now", nextMonth())).code).toBe(0);
  expect(server.seen("comms")).toHaveLength(2);
});
