import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { faceOf } from "../../src/source/identity.ts";
import { someEntry } from "../fixtures/entry.ts";
import { noon, plannedLedger, someFolder, someLedger } from "../fixtures/shop.ts";

const decision = (subject: string) => ({
  at: noon.toISOString(),
  who: "anna",
  action: "hold",
  subject,
  detail: null,
});

describe("a change", () => {
  it("is on the disk when it resolves: a copy of the files has it", async () => {
    const file = join(someFolder(), "ledger.db");
    const ledger = await someLedger(file);
    await ledger.audit.write(decision("one"));
    const copy = join(someFolder(), "copy.db");
    for (const end of ["", "-wal"]) copyFileSync(file + end, copy + end);
    expect(await (await someLedger(copy)).audit.list(9)).toEqual([decision("one")]);
  });

  it("that throws takes only itself back, though others share its transaction", async () => {
    const { store } = await someLedger();
    const add = (name: string) => store.commit((tx) => tx.run("INSERT INTO account (name) VALUES (?)", name));
    const bad = store.commit(async (tx) => {
      await tx.run("INSERT INTO account (name) VALUES ('half')");
      throw new Error("changed my mind");
    });
    const results = await Promise.allSettled([add("before"), bad, add("after")]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await store.read("SELECT name FROM account ORDER BY name")).map(({ name }) => name)).toEqual([
      "after",
      "before",
    ]);
  });

  it("is seen by another process's connection, and told by the version", async () => {
    const file = join(someFolder(), "ledger.db");
    const [one, other] = [await someLedger(file), await someLedger(file)];
    const before = other.store.version();
    await one.audit.write(decision("one"));
    expect(other.store.version()).not.toBe(before);
    expect(await other.audit.list(9)).toHaveLength(1);
  });
});

it("an entry that two processes judged new at the same moment is kept once", async () => {
  const ledger = await someLedger();
  const { entry, keys, fingerprint } = faceOf(someEntry());
  const sighting = { kind: "new", entry, state: "news", reason: null } as const;
  const kept = [{ sighting, keys, unknown: keys, fingerprint }];
  await Promise.all([ledger.entries.keep(kept, noon), ledger.entries.keep(kept, noon)]);
  expect(await ledger.entries.unplanned()).toHaveLength(1);
});

describe("a delivery", () => {
  it("is planned once, however often it is asked for", async () => {
    const ledger = await plannedLedger([{}, {}, { part: 2, parts: 2 }]);
    expect(await ledger.deliveries.counts()).toEqual({ scheduled: 2 });
  });

  it("goes to one of many that claim it at the same time", async () => {
    const ledger = await plannedLedger([{}]);
    const workers = Array.from({ length: 20 }, (_, index) => `w${index}:1:a`);
    const claims = await Promise.all(workers.map((worker) => ledger.claims.claim("one", worker, noon, 60)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it("does not leave a state by a way that is not in the table", async () => {
    const ledger = await plannedLedger([{}]);
    const id = (await ledger.deliveries.list({}))[0]!.id;
    expect(await ledger.deliveries.change(id, ["scheduled"], { state: "sent" }, noon)).toBe(false);
    expect(await ledger.deliveries.change(id, ["held"], { state: "cancelled" }, noon)).toBe(false);
    expect(await ledger.deliveries.change(id, ["scheduled"], { state: "cancelled" }, noon)).toBe(true);
  });
});

describe("a file", () => {
  it("from a newer Carillon is refused with one sentence", async () => {
    const file = join(someFolder(), "ledger.db");
    await (await openLedger(file)).close();
    new DatabaseSync(file).exec("UPDATE version SET number = 999");
    await expect(openLedger(file)).rejects.toThrow(/newer Carillon.*999/);
  });

  it("that is no ledger is refused, and left as it was", async () => {
    const file = join(someFolder(), "ledger.db");
    writeFileSync(file, "This is a shopping list. ".repeat(200));
    await expect(openLedger(file)).rejects.toThrow(/damaged or no ledger; it was left as it is/);
    expect(readFileSync(file, "utf8")).toContain("shopping list");
  });

  it("where no file can be says so", async () => {
    const folder = someFolder();
    writeFileSync(join(folder, "file"), "");
    await expect(openLedger(join(folder, "file", "ledger.db"))).rejects.toThrow(/cannot be opened/);
  });
});
