import { describe, expect, it } from "vitest";
import { networkOf, type Mishap } from "../fixtures/network.ts";
import { plannedLedger, someShop } from "../fixtures/shop.ts";

const keyed = { sameFor: 3600 };
const lookUp = { find: true };
const nothing = {};

async function settle(repeat: object, mishaps: readonly Mishap[], waits: readonly number[] = []) {
  const network = networkOf("network", repeat);
  network.mishaps.push(...mishaps);
  const shop = someShop(await plannedLedger([{}]), network);
  let [delivery] = await shop.run();
  for (const seconds of waits) {
    shop.pass(seconds);
    [delivery] = await shop.run();
  }
  return { network, delivery: delivery!, shop };
}

describe("a post goes out once", () => {
  it("and its receipt is in the ledger", async () => {
    const { network, delivery } = await settle(keyed, []);
    expect(network.visible).toHaveLength(1);
    expect(delivery).toMatchObject({
      state: "sent",
      receipt: { remoteId: delivery.id },
      attempts: [{ outcome: "sent" }],
    });
  });

  it("when the answer is lost and the network keeps keys: the same key again", async () => {
    const { network, delivery } = await settle(keyed, ["lose answer"]);
    expect(network.visible).toHaveLength(1);
    expect(delivery.state).toBe("sent");
    expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(["lost", "sent"]);
  });

  it("when the answer is lost and the network can be asked: it is found", async () => {
    const { network, delivery } = await settle(lookUp, ["lose answer"]);
    expect(network.visible).toHaveLength(1);
    expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(["lost", "found"]);
  });

  it("when the request is lost: not seen at once, looked for again a minute later, and only then sent again", async () => {
    const early = await settle(lookUp, ["lose request"]);
    expect(early.network.visible).toHaveLength(0);
    expect(early.delivery.state).toBe("sending");
    early.shop.pass(61);
    const [later] = await early.shop.run();
    expect(early.network.visible).toHaveLength(1);
    expect(later!.state).toBe("sent");
  });

  it("when the network has neither: a person is asked, and nothing is sent again", async () => {
    const { network, delivery } = await settle(nothing, ["lose answer"], [3600, 3600]);
    expect(network.visible).toHaveLength(1);
    expect(delivery.state).toBe("unsure");
    expect(delivery.reason).toContain("carillon resolve");
  });

  it("though the key has grown too old: it is looked for, else a person is asked", async () => {
    const { network, delivery } = await settle(keyed, ["lose answer", "lose answer"], [4000]);
    expect(network.visible).toHaveLength(1);
    expect(delivery.state).toBe("unsure");
  });

  it("though the look fails for hours: it waits, and finds it in the end", async () => {
    const network = networkOf("network", lookUp);
    network.mishaps.push("lose answer");
    network.refusals.find.push({ kind: "down", reason: "No." }, { kind: "down", reason: "No." });
    const shop = someShop(await plannedLedger([{}]), network);
    expect((await shop.run())[0]!.state).toBe("sending");
    shop.pass(3600);
    expect((await shop.run())[0]!.state).toBe("sending");
    shop.pass(3600);
    expect((await shop.run())[0]!.state).toBe("sent");
    expect(network.visible).toHaveLength(1);
  });
});

it("a look that never tells ends with a person, within minutes", async () => {
  const network = networkOf("network", lookUp);
  network.mishaps.push("lose answer");
  network.refusals.find.push(
    ...Array.from({ length: 9 }, () => ({ kind: "lost", reason: "It cannot be told." }) as const),
  );
  const shop = someShop(await plannedLedger([{}]), network);
  await shop.run();
  for (const seconds of [60, 120, 240, 480]) {
    shop.pass(seconds);
    await shop.run();
  }
  expect((await shop.run())[0]).toMatchObject({
    state: "unsure",
    reason: expect.stringContaining("cannot be told"),
  });
  expect(network.visible).toHaveLength(1);
});

describe("a failure", () => {
  it("that is the post's goes to the comms team, and nothing is tried again", async () => {
    const { delivery, network } = await settle(keyed, [{ kind: "refused", reason: "Too long." }], [7200]);
    expect(delivery).toMatchObject({
      state: "failed",
      memo: null,
      attempts: [{ outcome: "refused", reason: "Too long." }],
    });
    expect(network.visible).toHaveLength(0);
  });

  it("that is the account's parks the account, not only the post", async () => {
    const network = networkOf("network", keyed);
    network.refusals.open.push({ kind: "unauthorised", reason: "The token was revoked." });
    const ledger = await plannedLedger([{}, { step: "reminder" }]);
    const shop = someShop(ledger, network);
    expect((await shop.run()).map(({ state }) => state)).toEqual(["scheduled", "scheduled"]);
    expect(network.seen.opened).toBe(1);
    expect((await ledger.accounts.all()).get("one")?.parked).toBe("The token was revoked.");
    await ledger.accounts.release("one");
    shop.pass(60);
    expect((await shop.run()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("that asks us to wait makes the whole account wait as long as it says", async () => {
    const network = networkOf("network", keyed);
    const ledger = await plannedLedger([{}, { step: "reminder" }]);
    const shop = someShop(ledger, network);
    const retryAt = new Date(shop.workshop.now().getTime() + 900_000);
    network.mishaps.push({ kind: "busy", reason: "Slow down.", retryAt });
    await shop.run();
    shop.pass(800);
    expect((await shop.run()).map(({ state }) => state)).toEqual(["scheduled", "scheduled"]);
    shop.pass(101);
    expect((await shop.run()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("of a server that is down is tried again, later each time, and given up after a day", async () => {
    const network = networkOf("network", keyed);
    const down = { kind: "down", reason: "No route." } as const;
    network.refusals.open.push(...Array.from({ length: 100 }, () => down));
    const shop = someShop(await plannedLedger([{}]), network);
    const waits: number[] = [];
    let [delivery] = await shop.run();
    while (delivery!.state === "scheduled") {
      waits.push((Date.parse(delivery!.dueAt) - shop.workshop.now().getTime()) / 1000);
      shop.pass(waits.at(-1)!);
      [delivery] = await shop.run();
    }
    expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
    expect(Math.max(...waits)).toBe(3600);
    expect(delivery).toMatchObject({ state: "failed" });
    expect(delivery!.reason).toContain("Gave up");
  });
});

describe("a worker", () => {
  it("that dies after arming leaves a post that the next one looks for first", async () => {
    const network = networkOf("network", lookUp);
    const ledger = await plannedLedger([{}]);
    const shop = someShop(ledger, network);
    const claimed = await ledger.claims.claim("one", "dead:1:bbbb", shop.workshop.now(), 180);
    await ledger.claims.arm(
      claimed!.delivery.id,
      "dead:1:bbbb",
      { key: claimed!.delivery.id, parent: null },
      shop.workshop.now(),
      180,
    );
    network.visible.push({ key: claimed!.delivery.id, text: "", parent: null });
    expect((await shop.run())[0]!.state).toBe("sending");
    shop.pass(181);
    expect((await shop.run())[0]).toMatchObject({ state: "sent", attempts: [{ outcome: "found" }] });
    expect(network.visible).toHaveLength(1);
  });

  it("that lost its lease does not publish", async () => {
    const ledger = await plannedLedger([{}]);
    const now = new Date("2026-03-10T12:00:00Z");
    const claimed = await ledger.claims.claim("one", "slow:1:a", now, 180);
    await ledger.claims.claim("one", "quick:2:b", new Date(now.getTime() + 181_000), 180);
    expect(await ledger.claims.arm(claimed!.delivery.id, "slow:1:a", {}, now, 180)).toBe(false);
  });

  it("does not turn in circles while another has the account in hand", async () => {
    const ledger = await plannedLedger([{}, { step: "reminder" }]);
    const shop = someShop(ledger, networkOf("network", keyed));
    const now = shop.workshop.now();
    await ledger.claims.claim("one", "elsewhere:9:z", now, 180);
    expect(await ledger.claims.due(now)).toEqual([]);
    expect((await shop.run()).map(({ state }) => state).toSorted()).toEqual(["scheduled", "sending"]);
    expect(await ledger.claims.next(now)).toEqual(new Date(now.getTime() + 180_000));
  });

  it("sleeps while an account is parked, and until a busy one may go on", async () => {
    const network = networkOf("network", keyed);
    const ledger = await plannedLedger([{}, { account: "two" }]);
    const shop = someShop(ledger, network);
    const now = shop.workshop.now();
    const retryAt = new Date(now.getTime() + 900_000);
    network.mishaps.push({ kind: "unauthorised", reason: "No." }, { kind: "busy", reason: "Wait.", retryAt });
    await shop.run();
    expect(await ledger.claims.next(now)).toEqual(retryAt);
  });

  it("publishes one post at a time on an account, in their order", async () => {
    const network = networkOf("network", keyed);
    const texts = ["a", "b", "c", "d"];
    const post = (text: string) => ({
      title: null,
      text,
      link: null,
      card: null,
      media: [],
      language: null,
      tags: [],
    });
    const ledger = await plannedLedger(
      texts.map((text, index) => ({
        step: text,
        post: post(text),
        dueAt: `2026-03-10T11:0${index}:00.000Z`,
      })),
    );
    await Promise.all([
      someShop(ledger, network, "elsewhere:1:a").run(),
      someShop(ledger, network, "elsewhere:2:b").run(),
    ]);
    expect(network.visible.map(({ text }) => text)).toEqual(texts);
    expect(network.seen.together).toBe(1);
  });
});

describe("a thread", () => {
  const parts = [1, 2, 3].map((part) => ({ part, parts: 3 }));

  it("is published in order, each part replying to the one before", async () => {
    const network = networkOf("network", keyed);
    const deliveries = await someShop(await plannedLedger(parts), network).run();
    expect(network.visible.map(({ parent }) => parent)).toEqual([null, deliveries[0]!.id, deliveries[1]!.id]);
  });

  it("that breaks in the middle goes on at the first missing part", async () => {
    const network = networkOf("network", keyed);
    network.mishaps.push("lose answer", { kind: "down", reason: "No route." });
    const shop = someShop(await plannedLedger(parts), network);
    await shop.run();
    expect(network.visible).toHaveLength(1);
    shop.pass(3000);
    const deliveries = await shop.run();
    expect(deliveries.map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
    expect(network.visible).toHaveLength(3);
  });
});
