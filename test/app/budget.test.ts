import { expect, it, onTestFinished } from "vitest";
import type { PlannedDelivery } from "../../src/model/delivery.ts";
import { statusOf } from "../../src/app/status.ts";
import { needsOf } from "../../src/app/team/needs.ts";
import { startTwitter } from "../bench/twitter.ts";
import { someApp, someConfig } from "../fixtures/app.ts";
import { planInto } from "../fixtures/shop.ts";

const link = " https://bells.example.org/";
const post = (text: string): PlannedDelivery["post"] => ({
  title: null,
  text,
  link: null,
  card: null,
  media: [],
  language: "en",
  tags: [],
});

/** An account with that budget, on a network that charges 0.015 USD a post and 0.20 USD for one with a link. */
async function someAccount(budget: number, planned: readonly Partial<PlannedDelivery>[]) {
  let time = Date.parse("2026-10-31T21:00:00Z");
  const now = (): Date => new Date(time);
  const server = await startTwitter({ now, strict: false });
  onTestFinished(() => server.close());
  const app = await someApp(
    someConfig({
      accounts: [
        {
          name: "x",
          channel: "twitter",
          settings: { server: server.url, accessToken: server.bearerOf("comms") },
          budget: { amount: budget, currency: "USD" },
        },
      ],
    }),
    now,
  );
  const due = (index: number): string => new Date(time + index - planned.length).toISOString();
  const own = { account: "x", channel: "twitter" };
  await planInto(
    app.ledger,
    planned.map((one, index) => ({ ...own, dueAt: due(index), ...one })),
  );
  const run = async () => {
    await app.dispatcher.runDue();
    const all = await app.ledger.deliveries.list({ account: "x" });
    return all.map(({ state }) => state);
  };
  return { app, server, run, pass: (hours: number) => void (time += hours * 3_600_000) };
}

const step = (name: string, text: string) => ({ step: name, post: post(text) });

it("holds what goes over the budget, says so in words, and publishes what is cheaper", async () => {
  const { app, server, run } = await someAccount(0.42, [
    step("a", `One.${link}`),
    step("b", `Two.${link}`),
    step("c", `Three.${link}`),
    step("d", "Four."),
  ]);
  expect((await run()).toSorted()).toEqual(["held", "sent", "sent", "sent"]);
  expect(server.seen("comms").map(({ text }) => text.split(".")[0])).toEqual(["One", "Two", "Four"]);
  const [held] = (await statusOf(app)).deliveries;
  expect(held).toMatchObject({
    state: "held",
    post: { text: `Three.${link}` },
    reason:
      "The budget of 0.42 USD a month for x is used up: 0.40 USD are spent, and this costs 0.20 USD. Release it after raising the budget, or from 1 November on.",
  });
});

it("is there again with the next month, which begins at midnight in the site's zone", async () => {
  const { app, run, pass } = await someAccount(0.2, [step("a", `One.${link}`), step("b", `Two.${link}`)]);
  const release = async () => {
    const [held] = await app.ledger.deliveries.list({ states: ["held"] });
    await app.ledger.deliveries.change(held!.id, ["held"], { state: "scheduled" }, app.now());
  };
  expect((await run()).toSorted()).toEqual(["held", "sent"]);
  pass(1.9);
  await release();
  expect((await run()).toSorted()).toEqual(["held", "sent"]);
  pass(0.2);
  await release();
  expect(await run()).toEqual(["sent", "sent"]);
});

const thread = (first: string, second: string) =>
  [first, second].map((text, index) => ({ post: post(text), part: index + 1, parts: 2 }));

it("begins no thread that it cannot end", async () => {
  const { server, run } = await someAccount(0.3, thread(`One.${link}`, `Two.${link}`));
  expect(await run()).toEqual(["held", "scheduled"]);
  expect(server.seen("comms")).toEqual([]);
});

it("reached in the middle of a thread, holds the rest, and the desk shows that part", async () => {
  const [one, two] = thread("One.", "Two.");
  const { app, server, run } = await someAccount(0.22, [one!, step("b", `Between.${link}`), two!]);
  expect((await run()).toSorted()).toEqual(["held", "sent", "sent"]);
  expect(server.seen("comms").map(({ text }) => text.split(".")[0])).toEqual(["One", "Between"]);
  const [need] = (await needsOf(app).all()).waiting;
  expect(need).toMatchObject({ state: "held", excerpt: "Two.", hand: null });
  expect(need?.reason).toContain("0.215 USD are spent, and this costs 0.015 USD");
});

it("counts what is unsure and what was retracted, but not what a person posted", async () => {
  const { app, run } = await someAccount(0.2, [step("a", `One.${link}`), step("b", `Two.${link}`)]);
  const { deliveries } = app.ledger;
  await run();
  const [sent] = await deliveries.list({ states: ["sent"] });
  await deliveries.change(sent!.id, ["sent"], { state: "retracted" }, app.now());
  const [held] = await deliveries.list({ states: ["held"] });
  await deliveries.change(held!.id, ["held"], { state: "scheduled" }, app.now());
  expect((await run()).toSorted()).toEqual(["held", "retracted"]);
});

it("is warned of before, where what is planned this month costs more than it leaves", async () => {
  const planned = ["a", "b", "c"].map((name) => step(name, `Three times.${link}`));
  const { app } = await someAccount(0.42, planned);
  expect((await statusOf(app)).alarms).toMatchObject([
    { key: "budget:x", text: expect.stringContaining("0.60 USD planned, 0.42 USD left") as string },
  ]);
  const enough = await someAccount(0.6, planned);
  expect((await statusOf(enough.app)).alarms).toEqual([]);
});
