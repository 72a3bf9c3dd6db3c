import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/ledger/check/check.ts";
import { openLedger, type Ledger } from "../../src/ledger/ledger.ts";
import { prune } from "../../src/ledger/retention.ts";
import { feedOf, someServer, type Row } from "../bad-input/belfry.ts";
import { someCarillon } from "../fixtures/carillon.ts";
import { networkOf } from "../fixtures/network.ts";
import { noon, plannedLedger, someShop } from "../fixtures/shop.ts";

const later = "2028-03-10T12:00:00.000Z";

/** Two posts that went out at noon, one that was cancelled, one that waits. */
async function someHistory(): Promise<Ledger> {
  const ledger = await plannedLedger([
    {},
    { step: "highlights" },
    { step: "reminder", dueAt: "2026-04-01T12:00:00.000Z" },
    { step: "waiting", dueAt: "2026-04-01T12:00:00.000Z" },
  ]);
  await someShop(ledger, networkOf("keyed", { sameFor: 3600 })).run();
  const reminder = (await ledger.deliveries.list({})).find(({ step }) => step === "reminder");
  const said = { at: noon.toISOString(), who: "anna", action: "cancel", subject: reminder!.id, detail: null };
  await ledger.deliveries.change(reminder!.id, ["scheduled"], { state: "cancelled" }, noon, said);
  await ledger.audit.write({ ...said, action: "hold", subject: "x" });
  await ledger.alarms.settle([{ key: "late", text: "It is late.", tellable: false }], noon, null);
  await ledger.alarms.settle([], noon, null);
  return ledger;
}

const countsOf = async (ledger: Ledger): Promise<Readonly<Record<string, number>>> => {
  const [row] = await ledger.store.read(`SELECT (SELECT count(*) FROM attempt) AS tries,
    (SELECT count(*) FROM delivery WHERE memo IS NOT NULL) AS memos, (SELECT count(*) FROM audit) AS decisions,
    (SELECT count(receipt) FROM delivery) AS receipts, (SELECT count(*) FROM entry_key) AS keys`);
  return row as Readonly<Record<string, number>>;
};

describe("what ended long ago", () => {
  it("loses its tries, memos and decisions, never its receipt or what its entry is known by", async () => {
    const ledger = await someHistory();
    expect(await countsOf(ledger)).toEqual({ tries: 2, memos: 2, decisions: 2, receipts: 2, keys: 3 });
    const before = await ledger.deliveries.list({});
    expect(await prune(ledger.store, later)).toBe(5);
    // The last row of each table stays, for the mark.
    expect(await countsOf(ledger)).toEqual({ tries: 1, memos: 0, decisions: 1, receipts: 2, keys: 3 });
    expect((await ledger.deliveries.list({})).map(({ post, receipt }) => [post, receipt])).toEqual(
      before.map(({ post, receipt }) => [post, receipt]),
    );
    expect(await ledger.store.snapshot((rows) => Array.fromAsync(findingsOf(rows)))).toEqual([]);
  });

  it("keeps all where it is not long ago, and costs no change", async () => {
    const ledger = await someHistory();
    const all = await countsOf(ledger);
    const version = ledger.store.version();
    expect(await prune(ledger.store, "2026-03-10T11:00:00.000Z")).toBe(0);
    expect([await countsOf(ledger), ledger.store.version()]).toEqual([all, version]);
  });

  it("that may be live although it was cancelled still says so", async () => {
    const ledger = await plannedLedger([{}]);
    await ledger.store.commit((tx) =>
      tx.run(
        "UPDATE delivery SET state = 'cancelled', memo = '{}', armed_at = ?, tried_at = ?",
        noon.toISOString(),
        noon.toISOString(),
      ),
    );
    expect(await prune(ledger.store, later)).toBe(0);
    expect((await ledger.deliveries.list({}))[0]?.memo).toEqual({});
  });
});

it("what was announced years ago is not announced again, though the feed shows it under other ids and no date", async () => {
  let feed = feedOf(["march"]);
  const url = await someServer((_request, response) => response.end(feed));
  const carillon = someCarillon(`ledger: ./ledger.db
retention: 30d
network: { allowPrivate: true }
sources: { news: { feed: "${url}/", poll: "0 0 1 1 *" } }
accounts: { here: { channel: page } }
campaigns: { news: { source: news, steps: { announcement: { to: [here] } } } }
`);
  const year = new Date().getUTCFullYear();
  expect((await carillon.run("once")).out).toContain("First look at news");
  feed = feedOf(["april", "march"]);
  expect((await carillon.run("once")).out).toContain("1 post planned, 1 sent");
  const [sent] = await carillon.json<readonly Row[]>("log");
  const calm = `${year + 3}-01-01T12:00:00Z`;
  const again = await carillon.run("once", "--now", calm);
  expect(again).toMatchObject({
    out: expect.stringContaining("0 new entries, 0 held, 0 posts planned, 0 sent."),
  });
  const ledger = await openLedger(join(carillon.folder, "ledger.db"));
  expect(await countsOf(ledger)).toMatchObject({ memos: 0, receipts: 1 });
  await ledger.close();
  feed = feedOf(["april", "march"], "").replaceAll(/<guid>(\w+)/g, "<guid>new-$1");
  const moved = await carillon.run("once", "--now", calm);
  expect(moved.out).toContain("0 new entries, 0 held, 0 posts planned, 0 sent.");
  expect(await carillon.json<readonly Row[]>("log")).toEqual([{ ...sent, attempts: expect.any(Array) }]);
});
