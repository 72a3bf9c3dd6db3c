import { expect, test } from "vitest";
import { noon, plannedLedger } from "../fixtures/shop.ts";

const stop = { at: noon.toISOString(), who: "anna", reason: "The link is wrong." };

test("while everything is held nothing is claimed or waited for, and once is enough", async () => {
  const ledger = await plannedLedger([{}]);
  expect(await ledger.stops.begin(stop)).toBe(true);
  expect(await ledger.stops.begin({ ...stop, who: "ben" })).toBe(false);
  expect(await ledger.stops.current()).toEqual(stop);
  expect(await ledger.claims.due(noon)).toEqual([]);
  expect(await ledger.claims.claim("one", "w", noon, 60)).toBeUndefined();
  expect(await ledger.claims.next(noon)).toBeNull();
});

test("what was under way is looked after all the same", async () => {
  const ledger = await plannedLedger([{}, { account: "two" }]);
  await ledger.claims.claim("one", "w", noon, 60);
  await ledger.stops.begin(stop);
  const later = new Date(noon.getTime() + 61_000);
  expect(await ledger.claims.due(later)).toEqual(["one"]);
  expect((await ledger.claims.claim("one", "v", later, 60))?.left).toBe(true);
});

test("at its end what was chosen goes out, what came due else is held, and what is to come is as it was", async () => {
  const tomorrow = new Date(noon.getTime() + 86_400_000);
  const ledger = await plannedLedger([
    {},
    { account: "two" },
    { account: "three", dueAt: tomorrow.toISOString() },
  ]);
  await ledger.stops.begin(stop);
  const [first] = await ledger.deliveries.list({ account: "one" });
  expect(await ledger.stops.end([first?.id ?? ""], "anna", noon)).toBe(1);
  expect(await ledger.stops.end([], "anna", noon)).toBeUndefined();
  const states = (await ledger.deliveries.list({})).map(({ account, state }) => `${account} ${state}`);
  expect(states.toSorted()).toEqual(["one scheduled", "three scheduled", "two held"]);
  expect((await ledger.audit.list(9)).map(({ action }) => action).toSorted()).toEqual([
    "hold everything",
    "release everything",
  ]);
});

test("who must hear of something hears of it all the same", async () => {
  const ledger = await plannedLedger([{ campaign: "(calls)" }]);
  await ledger.stops.begin(stop);
  expect(await ledger.claims.due(noon)).toEqual(["one"]);
  expect(await ledger.claims.claim("one", "w", noon, 60)).toBeDefined();
});
