import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { dump, fleeting } from "../../src/ledger/dump.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { build, newest } from "../../src/ledger/migrations/index.ts";
import { restore } from "../../src/ledger/restore.ts";
import { tablesOf } from "../../src/ledger/schema.ts";
import { openSqlite } from "../../src/ledger/sqlite.ts";
import type { Store } from "../../src/ledger/store.ts";
import { noon, planInto, plannedLedger, someFolder, someLedger } from "../fixtures/shop.ts";

const at = "2026-03-10T11:00:00.000Z";

const linesOf = (store: Store): Promise<readonly string[]> =>
  store.snapshot((rows) => Array.fromAsync(dump(rows, at)));

async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const bring = (ledger: Ledger, lines: readonly string[], moved = true) =>
  restore(ledger.store, given(lines), noon, moved);

/** A ledger with one row in every table; the database writes those of sums itself. */
async function fullLedger(): Promise<Ledger> {
  const ledger = await someLedger();
  const tables = (await ledger.store.snapshot(tablesOf)).filter(({ name }) => name !== "delivery_count");
  await ledger.store.commit(async (tx) => {
    for (const { name, columns } of tables) {
      const values = columns.map((column) => (/number|part|parts|version|needs/.test(column) ? 1 : "1"));
      const marks = columns.map(() => "?").join(", ");
      await tx.run(`INSERT INTO "${name}" VALUES (${marks})`, ...values);
    }
  });
  return ledger;
}

const tablesIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => (JSON.parse(line) as { table?: string }).table ?? []);

describe("an export", () => {
  it("has every table that the migrations make, but for what ends soon by itself", async () => {
    const { store } = await fullLedger();
    const all = await store.read("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'version'");
    const kept = all.map(({ name }) => String(name)).filter((name) => !fleeting.has(name));
    expect(kept.length).toBeGreaterThan(8);
    expect(tablesIn(await linesOf(store)).toSorted()).toEqual(kept.toSorted());
  });

  it("imported into an empty ledger is the same ledger", async () => {
    for (const ledger of [await fullLedger(), await plannedLedger([{}, { part: 2, parts: 2 }])]) {
      const lines = await linesOf(ledger.store);
      const other = await someLedger();
      expect(await bring(other, lines)).toEqual({ rows: lines.length - 2, at, doubts: null });
      expect(await linesOf(other.store)).toEqual(lines);
    }
  });

  it("brings the sums along, though it has none", async () => {
    const ledger = await plannedLedger([{}, { state: "held", step: "reminder" }]);
    const other = await someLedger();
    await bring(other, await linesOf(ledger.store));
    expect(await other.deliveries.counts()).toEqual({ scheduled: 1, held: 1 });
  });

  it("is of one moment, whatever is written meanwhile", async () => {
    const ledger = await plannedLedger([{}]);
    const before = await linesOf(ledger.store);
    const seen = await ledger.store.snapshot(async (rows) => {
      const lines: string[] = [];
      for await (const line of dump(rows, at)) {
        lines.push(line);
        const decision = { at, who: "anna", action: "hold", subject: line.slice(0, 9), detail: null };
        await ledger.audit.write(decision);
      }
      return lines;
    });
    expect(seen).toEqual(before);
    expect(await ledger.audit.list(99)).toHaveLength(before.length);
  });
});

describe("an older version's export", () => {
  const posts = [
    ["announcement", "held", at],
    ["reminder", "scheduled", at],
    ["highlights", "scheduled", "2027-03-10T11:00:00.000Z"],
  ] as const;
  const addPost = `INSERT INTO delivery
      (id, entry, story, campaign, step, part, parts, account, channel, state, due_at, first_due_at, post, changed_at)
    VALUES (?, 'e', '', 'newsletter', ?, 1, 1, 'one', 'page', ?, ?, ?, '{"text":"March"}', ?)`;

  /** As that version's tables were, with a row of each kind that it had. */
  async function olderLines(form: number): Promise<readonly string[]> {
    const store = openSqlite(join(someFolder(), "old.db"));
    onTestFinished(() => store.close());
    await store.commit(async (tx) => {
      await build(tx, 0, form);
      await tx.run(
        `INSERT INTO entry (id, source, state, found_at, news_at, seen_at, fingerprint, body)
          VALUES ('e', 'news', 'news', ?, ?, ?, 'f', '{"title":"March"}')`,
        at,
        at,
        at,
      );
      await tx.run("INSERT INTO entry_key VALUES ('news', 'id', 'e1', 'e')");
      await tx.run("INSERT INTO account (name, parked) VALUES ('one', 'Its password is wrong.')");
      for (const [step, state, due] of posts) await tx.run(addPost, step, step, state, due, due, at);
    });
    return linesOf(store);
  }

  it.each([1, 2, 16])("of form %i is taken through every migration since", async (form) => {
    const lines = await olderLines(form);
    const ledger = await someLedger();
    expect(await bring(ledger, lines)).toMatchObject({ rows: 6 });
    expect(await ledger.store.read("SELECT number FROM version")).toEqual([{ number: newest }]);
    expect(await ledger.entries.unplanned()).toEqual([expect.objectContaining({ id: "e" })]);
    expect((await ledger.accounts.all()).get("one")).toMatchObject({ parked: "Its password is wrong." });
    expect(tablesIn(await linesOf((await fullLedger()).store)).length).toBeGreaterThan(
      tablesIn(lines).length,
    );
  });

  it("has its sums afterwards, also of what then waits for a person", async () => {
    const lines = await olderLines(16);
    const [moved, doubted] = [await someLedger(), await someLedger()];
    await bring(moved, lines);
    await bring(doubted, lines, false);
    expect(await moved.deliveries.counts()).toEqual({ held: 1, scheduled: 2 });
    expect(await doubted.deliveries.counts()).toEqual({ held: 2, unsure: 1 });
  });

  it("from before exports had an end is taken as well", async () => {
    const [head = "", ...rest] = await olderLines(1);
    const old = [head.replace(/,"at":"[^"]*"/, ""), ...rest.slice(0, -1)];
    expect(await bring(await someLedger(), old)).toMatchObject({ rows: 6, at: null });
  });
});

describe("what cannot be taken is refused with its line, and nothing is half there:", () => {
  type Spoil = (lines: readonly string[]) => readonly string[];
  const spoils: readonly (readonly [string, Spoil, RegExp])[] = [
    ["a line cut short", (all) => [...all.slice(0, 3), all[3]!.slice(0, 20)], /^Line 4 .* damaged or cut/],
    ["its end missing", (all) => all.slice(0, -1), /^The export is cut short after line \d: its end is/],
    ["a line missing", (all) => all.toSpliced(-3, 1), /says that it has \d rows, and has \d: lines of it/],
    ["a line too many", (all) => [...all, all[1]!], /^Line \d+ of the export comes after its end/],
    ["a row twice", (all) => all.toSpliced(2, 0, all[1]!), /^Line 3 .* does not fit into the ledger: UNIQUE/],
    ["no rows at all", () => [], /is no export of a ledger/],
    ["a shopping list", () => ["eggs", "bells"], /is no export of a ledger/],
    ["other JSON", () => ['{"bells":1}'], /is no export of a ledger/],
    ["another table", (all) => all.toSpliced(1, 0, '{"table":"x"}'), /^Line 2 .* names no table of a ledger/],
    ["SQL for a column", (all) => all.toSpliced(1, 0, '{"table":"audit","at) --":1}'), /^Line 2 .*no table/],
    [
      "a value of no kind",
      (all) => all.toSpliced(1, 0, '{"table":"account","name":{}}'),
      /^Line 2 .*no text, number/,
    ],
    ["a newer form", (all) => [all[0]!.replace(/"form":\d+/, '"form":99')], /by a newer Carillon .* is 99/],
    [
      "no form",
      (all) => [all[0]!.replace(/"form":\d+/, '"form":"x"')],
      /names the form x, which there never/,
    ],
  ];
  it.each(spoils)("%s", async (_what, spoil, sentence) => {
    const lines = await linesOf((await plannedLedger([{}])).store);
    const ledger = await someLedger();
    await expect(bring(ledger, spoil(lines))).rejects.toThrow(sentence);
    expect(tablesIn(await linesOf(ledger.store))).toEqual([]);
    expect(await bring(ledger, lines)).toMatchObject({ rows: lines.length - 2 });
  });

  it("anything, where the ledger is not empty", async () => {
    const ledger = await plannedLedger([{}]);
    const lines = await linesOf(ledger.store);
    await expect(bring(ledger, lines)).rejects.toThrow(/^This ledger is not empty .*: move its file away/);
    expect(await linesOf(ledger.store)).toEqual(lines);
  });

  it("nothing, where it has only looked at sources", async () => {
    const ledger = await someLedger();
    await ledger.sources.answered(["news"], noon);
    await ledger.accounts.remember("one", { max: 3 });
    const other = await someLedger();
    await planInto(other, [{}]);
    expect(await bring(ledger, await linesOf(other.store))).toMatchObject({ rows: 5 });
  });
});
