import { createHash, randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { noon, planInto, someFolder } from "../fixtures/shop.ts";

/** A ledger that somebody closed. `rows`: so many decisions in it. */
async function someFile(rows = 0): Promise<string> {
  const file = join(someFolder(), "ledger.db");
  const ledger = await openLedger(file);
  await planInto(ledger, [{}]);
  await ledger.store.commit((tx) =>
    tx.run(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO audit SELECT ?, 'anna', 'hold', 'x' || i, ? FROM n`,
      rows,
      noon.toISOString(),
      "bell ".repeat(50),
    ),
  );
  await ledger.close();
  return file;
}

/** An empty file is as good as none: SQLite leaves such logs. */
const hash = (file: string): string =>
  createHash("sha256")
    .update(existsSync(file) ? readFileSync(file) : "")
    .digest("hex");

const around = (file: string): readonly string[] => [hash(file), hash(`${file}-wal`)];

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file);
  randomBytes(length).copy(bytes, at);
  writeFileSync(file, bytes);
}

const large = 6000;

const damaged =
  /the file is damaged or no ledger; it was left as it is\. Move it away and run `carillon import BACKUP`/;

const spoils: readonly (readonly [string, number, (file: string) => void, RegExp])[] = [
  ["garbage for a header", 0, (file) => overwrite(file, 0, 16), damaged],
  ["a header whose numbers are garbage", 0, (file) => overwrite(file, 16, 80), damaged],
  ["a page of garbage", 0, (file) => overwrite(file, 4096 * 4, 4096), damaged],
  ["its end cut off", 0, (file) => truncateSync(file, 4096 * 9), damaged],
  ["half a page cut off", 0, (file) => truncateSync(file, 4096 * 9 + 100), damaged],
  ["its end cut off, and many rows", large, (file) => truncateSync(file, 4096 * 200), damaged],
  ["nothing but garbage", 0, (file) => writeFileSync(file, randomBytes(50_000)), damaged],
  ["another text", 0, (file) => writeFileSync(file, "eggs and bells\n".repeat(1000)), damaged],
  ["a line of text", 0, (file) => writeFileSync(file, "eggs\n"), damaged],
  ["no bytes", 0, (file) => truncateSync(file, 0), /is empty, and was not so before\. Move it away and run/],
  [
    "no bytes, and a log that has some",
    0,
    (file) => {
      writeFileSync(`${file}-wal`, randomBytes(5000));
      rmSync(`${file}.mark`);
      truncateSync(file, 0);
    },
    /is empty, and its log .*-wal is still there; both were left as they are\. Move them away/,
  ],
];

it.each(spoils)(
  "a file with %s is found when it is opened, and left as it is",
  async (_what, rows, spoil, said) => {
    const file = await someFile(rows);
    spoil(file);
    const before = around(file);
    await expect(openLedger(file)).rejects.toThrow(said);
    expect(around(file)).toEqual(before);
  },
);

it("a page of garbage among many is found when a service starts, before anything is written", async () => {
  const file = await someFile(large);
  overwrite(file, 4096 * 300, 4096);
  const before = around(file);
  await expect(openLedger(file, { thorough: true })).rejects.toThrow(damaged);
  expect(around(file)).toEqual(before);
});

it("a log without its ledger is left as it is", async () => {
  const file = join(someFolder(), "ledger.db");
  writeFileSync(`${file}-wal`, randomBytes(5000));
  const before = around(file);
  await expect(openLedger(file)).rejects.toThrow(/is gone, and its log .* is still there/);
  expect(around(file)).toEqual(before);
});

it("a folder in its place is told", async () => {
  const folder = join(someFolder(), "ledger.db");
  mkdirSync(folder);
  await expect(openLedger(folder)).rejects.toThrow(/ledger\.db is a folder: name a file in it/);
});

it("a copy in a moment of writing, with its log, opens and is whole", async () => {
  const file = await someFile();
  const ledger = await openLedger(file);
  const written = Array.from({ length: 200 }, (_, index) =>
    ledger.audit.write({
      at: noon.toISOString(),
      who: "anna",
      action: "hold",
      subject: `w${index}`,
      detail: null,
    }),
  );
  await written[20];
  const copy = join(someFolder(), "copy.db");
  for (const end of ["", "-wal"]) copyFileSync(file + end, copy + end);
  await Promise.all(written);
  await ledger.close();
  const opened = await openLedger(copy, { thorough: true });
  expect(await opened.audit.list(500)).not.toHaveLength(0);
  expect(await opened.entries.unplanned()).toHaveLength(1);
  await opened.close();
});

it("looking costs little", async () => {
  const file = await someFile(3000);
  const took = (act: () => void): number => {
    const times = Array.from({ length: 20 }, () => {
      const began = performance.now();
      act();
      return performance.now() - began;
    });
    return Math.min(...times);
  };
  const open = (sql: string) => (): void => {
    const database = new DatabaseSync(file);
    database.prepare(sql).all();
    database.close();
  };
  const [plain, checked] = [took(open("PRAGMA user_version")), took(open("PRAGMA quick_check(1)"))];
  const size = readFileSync(file).length / 1e6;
  // A hundred times what it takes: this machine may be busy.
  expect(checked - plain).toBeLessThan(150);
  console.log(`${size.toFixed(1)} MB looked through in ${(checked - plain).toFixed(2)} ms`);
});
