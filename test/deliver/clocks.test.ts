import { expect, it } from "vitest";
import type { Claims } from "../../src/ledger/claims.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Session } from "../../src/channel/channel.ts";
import { networkOf, type Network } from "../fixtures/network.ts";
import { noon, plannedLedger, someShop } from "../fixtures/shop.ts";

const lookUp = { find: true };

/** Posts bear the network's own time, and a look sees those since then. */
function datedNetwork(publishedAt: Date): Network {
  const network = networkOf("network", lookUp);
  const open = network.channel.open;
  const dated = async (...asked: Parameters<typeof open>): Promise<Session> => {
    const session = await open(...asked);
    return {
      ...session,
      find: async (post, memo, since) =>
        publishedAt < since ? undefined : session.find?.(post, memo, since),
    };
  };
  return { ...network, channel: { ...network.channel, open: dated } };
}

const changed = (ledger: Ledger, claims: Partial<Claims>): Ledger => ({
  ...ledger,
  claims: { ...ledger.claims, ...claims },
});

it("a post is found although our clock was an hour ahead when it went out", async () => {
  const network = datedNetwork(new Date(noon.getTime() - 3_600_000));
  network.mishaps.push("lose answer");
  const shop = someShop(await plannedLedger([{}]), network);
  await shop.run();
  shop.pass(200);
  expect((await shop.run())[0]).toMatchObject({ state: "sent", attempts: [{}, { outcome: "found" }] });
  expect(network.visible).toHaveLength(1);
});

it("a post that is another delivery's is not taken for this one's", async () => {
  const network = networkOf("network", lookUp);
  const ledger = await plannedLedger([{}, { step: "reminder" }]);
  const shop = someShop(ledger, network);
  await shop.run();
  const [first, second] = await ledger.deliveries.list({});
  const { open } = network.channel;
  const same = {
    ...network.channel,
    open: async (...asked: Parameters<typeof open>) => sameFor(await open(...asked), first!.id),
  };
  await ledger.store.commit((tx) =>
    tx.run(
      "UPDATE delivery SET state = 'sending', receipt = NULL, lease_by = 'a:1:b', lease_until = ? WHERE id = ?",
      noon.toISOString(),
      second!.id,
    ),
  );
  const other = someShop(ledger, { ...network, channel: same });
  other.pass(120);
  await other.run();
  expect(await ledger.deliveries.get(second!.id)).toMatchObject({ state: "unsure" });
});

/** Whatever it looks for, it sees one post. */
const sameFor = (session: Session, remoteId: string): Session => ({
  ...session,
  find: async () => ({ remoteId, permalink: null, at: noon.toISOString() }),
});

it("a worker that slept after it was armed, and lost its lease meanwhile, does not publish", async () => {
  const network = networkOf("network", lookUp);
  const ledger = await plannedLedger([{}]);
  const quick = someShop(ledger, network, "elsewhere:2:quick");
  const sleeper = someShop(ledger, network, "elsewhere:1:slow");
  let slept = false;
  const arm: Claims["arm"] = async (...asked) => {
    const armed = await ledger.claims.arm(...asked);
    if (!slept) {
      slept = true;
      sleeper.pass(400);
      quick.pass(400);
      await quick.run();
    }
    return armed;
  };
  const { deliver } = await import("../../src/deliver/deliver.ts");
  const workshop = { ...sleeper.workshop, ledger: changed(ledger, { arm }) };
  const claimed = await ledger.claims.claim("one", "elsewhere:1:slow", noon, 180);
  await deliver(workshop, claimed!);
  expect(network.visible).toHaveLength(1);
});

it("a day in which nothing ran is no day of trying", async () => {
  const network = networkOf("network", lookUp);
  const down = { kind: "down", reason: "No route." } as const;
  network.refusals.open.push(down, down);
  const shop = someShop(await plannedLedger([{}]), network);
  await shop.run();
  shop.pass(30 * 3600);
  expect((await shop.run())[0]).toMatchObject({ state: "scheduled" });
  shop.pass(600);
  expect((await shop.run())[0]).toMatchObject({ state: "sent" });
});

it("one vain look after many tries for other reasons does not yet call a person", async () => {
  const network = networkOf("network", lookUp);
  const down = { kind: "down", reason: "No route." } as const;
  network.refusals.open.push(down, down, down, down, down);
  network.mishaps.push("lose answer");
  network.refusals.find.push({ kind: "lost", reason: "It cannot be told." });
  const shop = someShop(await plannedLedger([{}]), network);
  for (const seconds of [60, 120, 240, 480, 960, 1920]) {
    await shop.run();
    shop.pass(seconds);
  }
  expect((await shop.run())[0]).toMatchObject({ state: "sent" });
  expect(network.visible).toHaveLength(1);
});

it("a worker that dies before it arms leaves nothing in doubt, though an earlier try was armed", async () => {
  const network = networkOf("network", {});
  network.mishaps.push({ kind: "down", reason: "No route." });
  const ledger = await plannedLedger([{}]);
  const shop = someShop(ledger, network);
  expect((await shop.run())[0]).toMatchObject({ state: "scheduled", memo: {} });
  shop.pass(60);
  await ledger.claims.claim("one", "dead:1:bbbb", shop.workshop.now(), 180);
  shop.pass(200);
  expect((await shop.run())[0]).toMatchObject({ state: "sent" });
  expect(network.visible).toHaveLength(1);
});

it("what was armed by a clock that was ahead is not taken for a key that is kept", async () => {
  const network = networkOf("network", {});
  const ledger = await plannedLedger([{}]);
  const shop = someShop(ledger, network);
  const ahead = new Date(noon.getTime() + 3_600_000);
  const claimed = await ledger.claims.claim("one", "dead:1:bbbb", ahead, 180);
  const { id } = claimed!.delivery;
  await ledger.claims.arm(id, "dead:1:bbbb", { key: id, parent: null }, ahead, 180, 90);
  network.visible.push({ key: id, text: "", parent: null });
  await ledger.claims.expire(["dead:1:bbbb"], noon);
  expect((await shop.run())[0]).toMatchObject({ state: "unsure" });
  expect(network.visible).toHaveLength(1);
});
