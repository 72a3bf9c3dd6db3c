import { expect, it, onTestFinished } from "vitest";
import { watch } from "../../src/app/watch.ts";
import { cancel, release, retry } from "../../src/app/decisions.ts";
import { retractedByHand } from "../../src/app/retract.ts";
import { decide } from "../../src/app/team/decide.ts";
import { needsOf } from "../../src/app/team/needs.ts";
import { startMastodon } from "../bench/mastodon.ts";
import { someApp, someConfig } from "../fixtures/app.ts";
import { planInto } from "../fixtures/shop.ts";

const noon = new Date("2026-03-10T12:00:00Z");

const tooLong = "x".repeat(501);

/** A thread of three parts on one account; the clock is moved by hand. */
async function someThread(first: "draft" | "scheduled" = "scheduled") {
  let now = noon;
  const network = await startMastodon({ accounts: ["comms"] });
  onTestFinished(() => network.close());
  const settings = { server: network.url, accessToken: network.tokenOf("comms") };
  const config = someConfig({ accounts: [{ name: "fedi", channel: "mastodon", settings }] });
  const app = await someApp(config, () => now);
  const about = { account: "fedi", channel: "mastodon", parts: 3, state: first };
  await planInto(
    app.ledger,
    [1, 2, 3].map((part) => ({ ...about, part, dueAt: noon.toISOString() })),
  );
  const all = () => app.ledger.deliveries.list({});
  const part = async (number: number) => (await all())[number - 1]!;
  const say = async (number: number, text: string) => {
    const { id, state, post } = await part(number);
    await app.ledger.deliveries.change(id, [state], { post: { ...post, text } }, now);
  };
  const run = async () => {
    await app.dispatcher.runDue();
    return states();
  };
  const states = async () => (await all()).map((one) => one.state);
  const pass = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
  return { app, network, say, part, run, states, pass };
}

it("a cancelled part takes what comes after it along, and a retry brings all of it back, each as it was", async () => {
  const { app, network, part, run, states } = await someThread();
  expect(await cancel(app, await part(1), "anna")).toMatchObject({ done: true });
  expect(await states()).toEqual(["cancelled", "cancelled", "cancelled"]);
  expect((await part(2)).reason).toBe("Cancelled with the part before it.");
  expect(await retry(app, await part(1), "anna")).toMatchObject({ done: true });
  expect(await states()).toEqual(["scheduled", "scheduled", "scheduled"]);
  expect(await run()).toEqual(["sent", "sent", "sent"]);
  expect(network.seen("comms")).toHaveLength(3);
});

it("drafts come back as drafts, and what a person held as held, with its reason", async () => {
  const { app, part, states } = await someThread("draft");
  const held = { state: "held", reason: "Held by ben." } as const;
  await app.ledger.deliveries.change((await part(3)).id, ["draft"], held, noon);
  await cancel(app, await part(1), "anna");
  await retry(app, await part(1), "anna");
  expect(await states()).toEqual(["scheduled", "draft", "held"]);
  expect((await part(3)).reason).toBe("Held by ben.");
});

it("the page cancels and retries a whole thread in one go, though each part takes the next along", async () => {
  const { app, part, states } = await someThread();
  const { id } = await part(1);
  expect(await decide(app, id, "cancel", "", "anna")).toEqual({
    done: true,
    lines: ["Cancelled: it will not go out."],
  });
  expect((await decide(app, id, "retry", "", "anna")).done).toBe(true);
  expect(await states()).toEqual(["scheduled", "scheduled", "scheduled"]);
});

it("behind a part that has failed the next is held, seen once, and goes on when that is sent after all", async () => {
  const { app, say, part, run, states, pass } = await someThread();
  await say(1, tooLong);
  expect(await run()).toEqual(["failed", "held", "scheduled"]);
  const [first, second] = [await part(1), await part(2)];
  expect(second.reason).toBe(
    `The part before it has failed: carillon retry ${first.id} sends both, carillon cancel ${first.id} neither.`,
  );
  // The failed part says it already: nobody is asked twice.
  expect((await needsOf(app).all()).waiting.map(({ id }) => id)).toEqual([first.id]);
  pass(1);
  await say(1, "Short.");
  expect(await retry(app, first, "anna")).toMatchObject({ done: true });
  expect(await states()).toEqual(["scheduled", "scheduled", "scheduled"]);
  expect(await run()).toEqual(["sent", "sent", "sent"]);
});

it("releasing the held part sends the one before it first; cancelling it ends the rest", async () => {
  const { app, say, part, run, states } = await someThread();
  await say(1, tooLong);
  await run();
  const asked = await release(app, await part(2), "anna");
  expect(asked).toMatchObject({
    done: true,
    text: "The part before it goes out again now, and then this one.",
  });
  expect(await states()).toEqual(["scheduled", "scheduled", "scheduled"]);
  await run();
  await cancel(app, await part(2), "anna");
  expect(await states()).toEqual(["failed", "cancelled", "cancelled"]);
});

it("behind a part that was taken back the next is held and rings; it cannot be released, only cancelled", async () => {
  const { app, part, states, pass } = await someThread();
  await app.ledger.store.commit((tx) =>
    tx.run(
      `UPDATE delivery SET state = 'sent', receipt = '{"remoteId":"1","permalink":null}' WHERE part = 1`,
    ),
  );
  await retractedByHand(app, (await part(1)).id, "anna");
  const { id } = await part(2);
  await app.ledger.store.commit((tx) =>
    tx.run("UPDATE delivery SET due_at = ? WHERE part > 1", noon.toISOString()),
  );
  pass(1);
  await app.dispatcher.runDue();
  expect(await states()).toEqual(["retracted", "held", "scheduled"]);
  expect((await watch(app)).map(({ key }) => key)).toContain(`held:${id}`);
  expect(await release(app, await part(2), "anna")).toMatchObject({ done: false });
  await cancel(app, await part(2), "anna");
  expect(await states()).toEqual(["retracted", "cancelled", "cancelled"]);
});
