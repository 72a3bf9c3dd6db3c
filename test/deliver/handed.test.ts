import { describe, expect, it } from "vitest";
import { dispatcherOf } from "../../src/dispatch/local.ts";
import { mayBecome, needsPerson, transitions, type State } from "../../src/model/delivery.ts";
import { networkOf } from "../fixtures/network.ts";
import { plannedLedger, someShop } from "../fixtures/shop.ts";

describe("what is handed to a person", () => {
  it("ends only by that person's word", () => {
    expect(needsPerson).toContain("handed");
    expect(transitions.handed.toSorted()).toEqual(["cancelled", "draft", "scheduled", "sent"]);
    const before = Object.keys(transitions).filter((state) => mayBecome(state as State, "handed"));
    expect(before).toEqual(["sending"]);
  });

  it("is never opened, prepared or published, and a thread is handed over whole", async () => {
    const network = networkOf("network", {});
    const ledger = await plannedLedger([{ parts: 2 }, { part: 2, parts: 2 }]);
    const shop = someShop(ledger, network);
    const told: string[] = [];
    const workshop = {
      ...shop.workshop,
      gate: async () => ({ state: "handed", reason: "Anna posts it." }) as const,
      tell: (_: unknown, { outcome }: { outcome: string }) => void told.push(outcome),
    };
    await dispatcherOf(workshop).runDue();
    const all = await ledger.deliveries.list({});
    expect(all).toMatchObject([
      { state: "handed", part: 1, memo: null, attempts: [{ outcome: "handed", reason: "Anna posts it." }] },
      { state: "handed", part: 2, memo: null },
    ]);
    expect(network.seen.opened).toBe(0);
    expect(told).toEqual(["handed", "handed"]);
    expect(await ledger.claims.next(workshop.now())).toBeNull();
  });
});
