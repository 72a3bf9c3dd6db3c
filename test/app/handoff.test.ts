import { expect, it, onTestFinished } from "vitest";
import { readingOf } from "../../src/app/reading.ts";
import { needsOf } from "../../src/app/team/needs.ts";
import { startWebhook } from "../bench/webhook.ts";
import { someApp, someConfig } from "../fixtures/app.ts";
import { planInto } from "../fixtures/shop.ts";

const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;

/** Two parts of a thread on an account that Anna posts to, with a clock that tests move. */
async function someHandoff(alarm: string | null) {
  let time = Date.now();
  const hook = await startWebhook({ secret });
  onTestFinished(() => hook.close());
  const app = await someApp(
    someConfig({
      alarm,
      accounts: [
        {
          name: "bells",
          channel: "mastodon",
          settings: { server: "https://bells.example" },
          handoff: { name: "Anna" },
        },
        { name: "hook", channel: "webhook", settings: { server: hook.url, secret } },
        { name: "here", channel: "page", settings: {} },
      ],
    }),
    () => new Date(time),
  );
  const own = { account: "bells", channel: "mastodon", parts: 2 };
  await planInto(app.ledger, [own, { ...own, part: 2 }]);
  await app.dispatcher.runDue();
  const reading = await readingOf(app);
  return { app, hook, reading, pass: (minutes: number) => void (time += minutes * 60_000) };
}

it("the desk shows each part of a thread with its own page and its own confirmation", async () => {
  const { app } = await someHandoff(null);
  const ids = (await app.ledger.deliveries.list({ account: "bells" })).map(({ id }) => id);
  const waiting = (await needsOf(app).all()).waiting.filter(({ state }) => state === "handed");
  expect(waiting.map(({ id, hand }) => ({ id, person: hand?.person, share: hand?.share }))).toEqual(
    ids.map((id) => ({
      id,
      person: "Anna",
      share: "https://bells.example/share?text=The+March+issue+is+here.",
    })),
  );
});

it("health fails after an hour without a word from that person", async () => {
  const { reading, pass } = await someHandoff(null);
  pass(59);
  expect(await reading.health()).toMatchObject({ ok: true, problems: [] });
  pass(2);
  const { ok, problems } = await reading.health();
  expect(ok).toBe(false);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(
    /^The post \w+ to bells is late, and nobody has said that it is there: Anna posts it/,
  );
});

it("calls go out and stand in the ledger, but on no public page", async () => {
  const { app, hook, reading } = await someHandoff("hook");
  expect(await hook.world.visible()).toHaveLength(2);
  const [call] = await app.ledger.deliveries.list({ account: "hook" });
  expect(call).toMatchObject({ state: "sent", campaign: "(calls)" });
  const told = await reading.entry(call!.entry);
  expect(told?.deliveries.map(({ account }) => account)).toEqual(["bells", "bells"]);
});

it.each([
  ["nobody", "the alarm account nobody cannot be used to call"],
  ["here", "the alarm account here is public and cannot call"],
])("an alarm through %s calls nobody, and the post says so", async (alarm, why) => {
  const { app } = await someHandoff(alarm);
  const [delivery] = await app.ledger.deliveries.list({ account: "bells" });
  expect(delivery).toMatchObject({ state: "handed", reason: expect.stringContaining(why) });
});

it("an account that was parked for its credentials is handed over as soon as a person posts to it", async () => {
  const { app } = await someHandoff(null);
  const { ledger, config } = app;
  const [first] = await ledger.deliveries.list({ account: "bells" });
  await ledger.deliveries.change(first!.id, ["handed"], { state: "scheduled" }, app.now());
  const claimed = await ledger.claims.claim("bells", "elsewhere:1:a", app.now(), 60);
  const parked = { state: "scheduled", reason: "Revoked.", park: "Revoked." } as const;
  await ledger.claims.failed(claimed!.delivery.id, "elsewhere:1:a", null, parked);
  await app.dispatcher.runDue();
  expect(await ledger.deliveries.get(first!.id)).toMatchObject({ state: "scheduled" });
  const again = await someApp(config);
  await again.dispatcher.runDue();
  expect(await ledger.deliveries.get(first!.id)).toMatchObject({ state: "handed" });
});

it("what was under way when a person took over waits for that person's look, and blocks nothing for long", async () => {
  const { app, pass } = await someHandoff(null);
  const { ledger } = app;
  const [first, second] = await ledger.deliveries.list({ account: "bells" });
  for (const { id } of [first!, second!])
    await ledger.deliveries.change(id, ["handed"], { state: "scheduled" }, app.now());
  const claimed = await ledger.claims.claim("bells", "elsewhere:1:a", app.now(), 1);
  await ledger.claims.arm(claimed!.delivery.id, "elsewhere:1:a", {}, app.now(), 1);
  for (const _ of [1, 2, 3, 4, 5, 6]) {
    pass(10);
    await app.dispatcher.runDue();
  }
  expect((await ledger.accounts.all()).get("bells")?.parked ?? null).toBeNull();
  expect(await ledger.deliveries.get(claimed!.delivery.id)).toMatchObject({
    state: "unsure",
    reason: expect.stringContaining("no credentials to look with"),
  });
});
