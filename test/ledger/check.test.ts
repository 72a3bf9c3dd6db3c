import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { findingsOf } from "../../src/ledger/check/check.ts";
import { lookAt } from "../../src/ledger/snapshot.ts";
import { noon, planInto, someFolder, someLedger, someShop } from "../fixtures/shop.ts";
import { networkOf } from "../fixtures/network.ts";

interface Place {
  readonly file: string;
  /** What is wrong, as `table row: problem`. */
  wrong(): Promise<readonly string[]>;
  /** Changes the ledger as no Carillon would. */
  spoil(sql: string): void;
}

/** A thread that is live, a post that is scheduled, a post that was held. */
async function somePlace(): Promise<Place> {
  const file = join(someFolder(), "ledger.db");
  const ledger = await someLedger(file);
  await planInto(ledger, [
    { parts: 2 },
    { part: 2, parts: 2 },
    { step: "reminder", dueAt: "2026-04-01T12:00:00.000Z" },
    { step: "highlights", state: "held", reason: "The text is too long. Edit it." },
  ]);
  await someShop(ledger, networkOf("keyed", { sameFor: 3600 })).run();
  return {
    file,
    wrong: () =>
      lookAt(file, async (rows) =>
        Array.fromAsync(findingsOf(rows), ({ table, problem }) => `${table ?? "ledger"}: ${problem}`),
      ),
    spoil: (sql) => {
      const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
      database.exec(sql);
      database.close();
    },
  };
}

it("a ledger after sound work has nothing wrong", async () => {
  const { wrong } = await somePlace();
  expect(await wrong()).toEqual([]);
});

const of = (step: string, part = 1): string => `WHERE step = '${step}' AND part = ${part}`;

const spoils: readonly (readonly [string, string, readonly RegExp[]])[] = [
  ["a state that there is not", `UPDATE delivery SET state = 'gone' ${of("reminder")}`, [/no state “gone”/]],
  [
    "a post that is sent without a receipt",
    `UPDATE delivery SET receipt = '{}' ${of("announcement")}`,
    [/^delivery: It is sent, and its receipt names no post/],
  ],
  [
    "a receipt of what was not sent",
    `UPDATE delivery SET receipt = '{"remoteId":"9"}' ${of("reminder")}`,
    [/is scheduled, yet has a receipt/],
  ],
  [
    "what nobody sends",
    `UPDATE delivery SET state = 'sending' ${of("reminder")}`,
    [/is sending, and no worker has it/],
  ],
  [
    "a lease that nobody needs",
    `UPDATE delivery SET lease_by = 'w', lease_until = '2026-04-01T12:00:00Z' ${of("reminder")}`,
    [/A worker has it, though it is not sending/],
  ],
  [
    "a memo that was never armed",
    `UPDATE delivery SET memo = '{}' ${of("reminder")}`,
    [/memo and the time of its arming/],
  ],
  ["no time", `UPDATE delivery SET due_at = '' ${of("reminder")}`, [/Its due_at is “”, which is no moment/]],
  [
    "unsure though nobody tried",
    `UPDATE delivery SET state = 'unsure', reason = 'Look.' ${of("reminder")}`,
    [/is unsure, and has no time/],
  ],
  ["no reason", `UPDATE delivery SET reason = NULL ${of("highlights")}`, [/is held, and nothing says why/]],
  [
    "half a column",
    `UPDATE delivery SET post = '{"te' ${of("reminder")}`,
    [/Its post is no JSON/, /no post that can be read/],
  ],
  [
    "a voice that counts twice",
    `UPDATE delivery SET approvals = '[{"by":"a","at":"x"},{"by":"a","at":"y"}]' ${of("reminder")}`,
    [/approved it twice/],
  ],
  [
    "a thread with a gap",
    `DELETE FROM attempt; DELETE FROM delivery ${of("announcement")}`,
    [/should have 2 parts, and the ledger has 1/],
  ],
  [
    "a thread that began in the middle",
    `UPDATE delivery SET state = 'scheduled', receipt = NULL ${of("announcement")}`,
    [/Part 2 of its thread is live, and the part before is scheduled/],
  ],
  [
    "two posts with one receipt",
    `UPDATE delivery SET receipt = (SELECT receipt FROM delivery ${of("announcement", 2)}) ${of("announcement")}`,
    [/have the same post of one as their receipt/],
  ],
  [
    "handed over, and nobody knows when",
    `UPDATE delivery SET state = 'handed', reason = 'by hand' ${of("reminder")}`,
    [/nothing says when/],
  ],
  [
    "a try of no delivery",
    "INSERT INTO attempt VALUES ('none', 1, '2026-04-01T12:00:00Z', 'sent', NULL)",
    [/belongs to a row of delivery that is not there/],
  ],
  ["tries with a gap", "UPDATE attempt SET number = 3", [/number 3, and there are 1/, /number 3, and there/]],
  ["an outcome that there is not", "UPDATE attempt SET outcome = 'luck'", [/“luck”/, /“luck”/]],
  ["an entry nobody would know again", "DELETE FROM entry_key", [/^entry: It is known by nothing/]],
  ["news of no time", "UPDATE entry SET news_at = NULL", [/is news, and nothing says since when/]],
  ["two forms", "INSERT INTO version SELECT number FROM version", [/^ledger: .* its form 2 times/]],
  [
    "another form",
    "UPDATE version SET number = 99",
    [/^ledger: The ledger was written by a newer Carillon \(its form is 99/],
  ],
];

it.each(spoils)("finds %s", async (_what, sql, sentences) => {
  const { wrong, spoil } = await somePlace();
  spoil(sql);
  expect(await wrong()).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
});

it("looks through many rows without keeping them", async () => {
  const { spoil, wrong } = await somePlace();
  const many = 100_000;
  spoil(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})
    INSERT INTO audit SELECT '${noon.toISOString()}', 'anna', 'hold', 'x' || i, NULL FROM n`);
  // Enough that comparing each with each would take minutes.
  spoil(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO entry (id, source, state, found_at, seen_at, fingerprint, body)
    SELECT 'x' || i, 'news', 'old', '${noon.toISOString()}', '${noon.toISOString()}', 'f', '{"title":"x"}' FROM n;
    INSERT INTO entry_key SELECT 'news', 'id', id, id FROM entry WHERE id LIKE 'x%'`);
  const [before, began] = [process.memoryUsage().heapUsed, performance.now()];
  expect(await wrong()).toEqual([]);
  const [grown, took] = [process.memoryUsage().heapUsed - before, performance.now() - began];
  console.log(`${many} rows checked in ${took.toFixed(0)} ms, ${(grown / 1e6).toFixed(0)} MB more heap`);
});
