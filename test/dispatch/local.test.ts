import { expect, it, onTestFinished, vi } from "vitest";
import { dispatcherOf } from "../../src/dispatch/local.ts";
import { networkOf } from "../fixtures/network.ts";
import { plannedLedger, someShop } from "../fixtures/shop.ts";

it("wakes when a post comes due, and when another process plans one", async () => {
  const network = networkOf("network", { sameFor: 3600 });
  const start = Date.now();
  const ledger = await plannedLedger([{ dueAt: new Date(start + 300).toISOString() }]);
  const shop = { ...someShop(ledger, network).workshop, now: () => new Date() };
  const dispatcher = dispatcherOf(shop);
  onTestFinished(() => dispatcher.stop());
  dispatcher.start((error) => {
    throw error;
  });
  await vi.waitFor(() => expect(network.visible).toHaveLength(1), { timeout: 30_000, interval: 20 });
  expect(Date.now() - start).toBeGreaterThanOrEqual(300);
  const [known] = await ledger.entries.list(["news"], 1);
  const [first] = await ledger.deliveries.list({});
  const { wantedAt: _, ...planned } = first!;
  await ledger.entries.plan(
    known!.id,
    [{ ...planned, state: "scheduled", step: "reminder", dueAt: new Date().toISOString() }],
    true,
    new Date(),
  );
  await vi.waitFor(() => expect(network.visible).toHaveLength(2), { timeout: 30_000, interval: 20 });
});
