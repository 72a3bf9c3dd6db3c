import { expect, it, onTestFinished } from "vitest";
import { lookAgain } from "../../src/app/look-again.ts";
import { joinAs, openHouse } from "../web/team/house.ts";
import { startMastodon } from "../bench/mastodon.ts";
import { planInto } from "../fixtures/shop.ts";

const noon = new Date("2026-03-10T12:00:00Z");

/** A post that went out, or did not, and of which the ledger knows no more than that it was tried. */
async function someDoubt(isThere: boolean, minutes = 60) {
  let now = noon;
  const network = await startMastodon({ accounts: ["comms"], now: () => now });
  onTestFinished(() => network.close());
  const settings = { server: network.url, accessToken: network.tokenOf("comms") };
  const house = await openHouse({ accounts: [{ name: "fedi", channel: "mastodon", settings }] }, () => now);
  const { app } = house;
  const about = { account: "fedi", channel: "mastodon" };
  await planInto(app.ledger, [about, { ...about, step: "twin", dueAt: "2027-03-10T12:00:00.000Z" }]);
  await app.dispatcher.runDue();
  await app.ledger.store.commit((tx) =>
    tx.run(
      "UPDATE delivery SET state = 'unsure', receipt = NULL, reason = 'The answer was lost.' WHERE state = 'sent'",
    ),
  );
  const read = async () => (await app.ledger.deliveries.list({}))[0]!;
  const post = await read();
  if (!isThere)
    await app.ledger.store.commit((tx) =>
      tx.run(`UPDATE delivery SET post = json_set(post, '$.text', 'Other words.')`),
    );
  now = new Date(noon.getTime() + minutes * 60_000);
  return { ...house, network, read, id: post.id, at: (text: string) => void (now = new Date(text)) };
}

it("what is there is sent, with its address, and nothing is published", async () => {
  const { app, network, read } = await someDoubt(true);
  const outcome = await lookAgain(app, await read(), "anna");
  expect(outcome).toMatchObject({
    done: true,
    text: expect.stringMatching(/^It is there: http.*\/@comms\/\d+$/),
  });
  const { state, receipt, reason } = await read();
  expect([state, reason]).toEqual(["sent", null]);
  expect(outcome.text).toContain(receipt?.permalink);
  expect(network.seen("comms")).toHaveLength(1);
  expect(await app.ledger.audit.list(1)).toMatchObject([{ who: "anna", action: "look" }]);
});

it("what is not there stays unsure: who looked is written down, and too early a look says so", async () => {
  const { app, network, read } = await someDoubt(false);
  expect(await lookAgain(app, await read(), "anna")).toMatchObject({
    done: false,
    text: "It is not there. If you see none at the account either, have it sent again.",
  });
  expect((await read()).state).toBe("unsure");
  expect(await app.ledger.audit.list(1)).toMatchObject([{ who: "anna", action: "look" }]);
  const early = await someDoubt(false, 0.2);
  expect((await lookAgain(early.app, await early.read(), "anna")).text).toContain("look again in a minute");
  network.misbehave("unavailable", "any");
  expect(await lookAgain(app, await read(), "anna")).toMatchObject({ done: false });
  expect((await read()).state).toBe("unsure");
  expect(network.seen("comms")).toHaveLength(1);
});

it("the post of another delivery is not taken for it, however long ago that went out", async () => {
  const { app, read, at } = await someDoubt(true);
  expect(await lookAgain(app, await read(), "anna")).toMatchObject({ done: true });
  await app.ledger.store.commit((tx) =>
    tx.run(`UPDATE delivery SET (state, memo, armed_at, tried_at, reason)
      = (SELECT 'unsure', memo, armed_at, tried_at, 'Lost.' FROM delivery WHERE state = 'sent') WHERE step = 'twin'`),
  );
  at("2026-03-30T12:00:00Z");
  const [first, twin] = await app.ledger.deliveries.list({});
  expect(await lookAgain(app, twin!, "anna")).toMatchObject({ done: false });
  const states = (await app.ledger.deliveries.list({})).map(({ step, state }) => [step, state]);
  expect(states).toEqual([
    [first!.step, "sent"],
    ["twin", "unsure"],
  ]);
});

it("the desk offers it first, where there is something to look for", async () => {
  const { app, url, id, read } = await someDoubt(true);
  const bob = await joinAs(app, url, "approver", "bob");
  const page = (await bob.get("/desk")).text;
  expect(page.indexOf("Look again")).toBeGreaterThan(0);
  expect(page.indexOf("Look again")).toBeLessThan(page.indexOf(">It is there<"));
  expect((await bob.get(`/desk/posts/${id}`)).text).toContain("Look again");
  const seen = await bob.post(`/desk/posts/${id}/decide`, { action: "look" });
  expect(seen.text).toContain("It is there: ");
  expect((await read()).state).toBe("sent");
  await app.ledger.store.commit((tx) =>
    tx.run(
      "UPDATE delivery SET state = 'unsure', receipt = NULL, reason = 'Lost.', memo = NULL, armed_at = NULL",
    ),
  );
  expect((await bob.get("/desk")).text).not.toContain("Look again");
});
