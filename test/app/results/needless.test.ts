import { expect, onTestFinished, test } from "vitest";
import { planAhead } from "../../../src/app/planning.ts";
import { collect } from "../../../src/app/results/collect.ts";
import { startMastodon } from "../../bench/mastodon.ts";
import { someApp, someConfig, someSource } from "../../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../../fixtures/plan.ts";
import { noon, planInto } from "../../fixtures/shop.ts";

const hour = 3_600_000;
const reminder = someStep({
  name: "reminder",
  to: ["fedi"],
  after: 4 * 86_400,
  at: { kind: "clock", clock: clock(10) },
  unless: { likes: 20 },
});

/** An announcement that went out at noon, and a reminder four days later that is needless from twenty likes on. */
async function someTown(results?: boolean) {
  let time = noon.getTime();
  const now = (): Date => new Date(time);
  const server = await startMastodon({ now });
  onTestFinished(() => server.close());
  const settings = { server: server.url, accessToken: server.tokenOf("comms") };
  const account = { name: "fedi", channel: "mastodon", settings };
  const campaign = someCampaign([someStep({ to: ["fedi"] }), reminder]);
  const config = someConfig({
    accounts: [results === undefined ? account : { ...account, results }],
    sources: [someSource("http://127.0.0.1:9/")],
    campaigns: [campaign],
  });
  const app = await someApp(config, now);
  await planInto(app.ledger, [
    { account: "fedi", channel: "mastodon", campaign: campaign.name, step: campaign.steps[0]?.name ?? "" },
  ]);
  await app.dispatcher.runDue();
  await planAhead(app, []);
  const states = async () =>
    Object.fromEntries((await app.ledger.deliveries.list({})).map(({ step, state }) => [step, state]));
  return {
    app,
    server,
    states,
    turnTo: (milliseconds: number) => void (time = noon.getTime() + milliseconds),
  };
}

test("a reminder is taken out of the plan once the announcement did well enough", async () => {
  const { app, server, states, turnTo } = await someTown();
  expect(await states()).toMatchObject({ announcement: "sent", reminder: "scheduled" });
  turnTo(hour);
  server.seen("comms")[0]!.counts = { likes: 19 };
  await collect(app);
  await planAhead(app, []);
  expect(await states()).toMatchObject({ reminder: "scheduled" });
  turnTo(6 * hour);
  server.seen("comms")[0]!.counts = { likes: 20 };
  await collect(app);
  expect(await app.ledger.plans.last()).toBeNull();
  await planAhead(app, []);
  expect(await states()).toMatchObject({ reminder: "cancelled" });
});

test("where it is not to be counted, nobody asks, and the reminder goes out", async () => {
  const { app, server, states, turnTo } = await someTown(false);
  server.seen("comms")[0]!.counts = { likes: 99 };
  turnTo(5 * 24 * hour);
  await app.dispatcher.runDue();
  expect(await states()).toMatchObject({ reminder: "sent" });
  expect(server.requests.filter((one) => one.startsWith("GET /api/v1/statuses/"))).toEqual([]);
});
