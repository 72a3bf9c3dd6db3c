import { copyFileSync, readdirSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLedger } from "../../src/ledger/ledger.ts";
import { expectSentences, markdownBelfry, note, type Row, type Shown } from "../bad-input/belfry.ts";
import { someCarillon, type Carillon } from "../fixtures/carillon.ts";

/** A Carillon that has announced one note. */
async function someBelfry(): Promise<Carillon> {
  const carillon = someCarillon(markdownBelfry(""));
  carillon.write("notes/back.md", note("The bell is back"));
  await carillon.prepare();
  return carillon;
}

/** Another machine, on which the same site is read. */
function emptyBelfry(...titles: readonly string[]): Carillon {
  const carillon = someCarillon(markdownBelfry(""));
  for (const title of titles) carillon.write(`notes/${title.split(" ").at(-1)}.md`, note(title));
  return carillon;
}

const backup = async (carillon: Carillon, ...args: readonly string[]): Promise<string> => {
  const file = join(carillon.folder, `backup-${args.length}`);
  expect(await carillon.run("export", ...args, file)).toMatchObject({ code: 0, out: "" });
  return file;
};

const log = (carillon: Carillon): Promise<readonly Row[]> => carillon.json<readonly Row[]>("log");

describe("a backup", () => {
  it("is its owner's alone, whole or not there, and written over nothing", async () => {
    const carillon = await someBelfry();
    const file = await backup(carillon);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    const again = await carillon.run("export", file);
    expect(again).toMatchObject({
      code: 1,
      err: `${file} cannot be written: it exists already, and is not written over.\n`,
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    const nowhere = await carillon.run("export", join(carillon.folder, "nowhere", "file"));
    expect(nowhere.err).toMatch(/cannot be written: there is no such file or folder\.$/m);
    expect(readdirSync(carillon.folder).filter((name) => name.includes("part"))).toEqual([]);
  });

  it("goes to standard output, the rows and nothing else", async () => {
    const carillon = await someBelfry();
    const { out, err } = await carillon.run("export", "-");
    const lines = out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as object).at(-1)).toEqual({
      carillon: "end",
      rows: lines.length - 2,
    });
    expect(err).toBe(`Exported ${lines.length - 2} rows.\n`);
  });

  it.each([[[]], [["--sqlite"]]])(
    "with %j is of one moment while a service writes",
    async (args: readonly string[]) => {
      const carillon = await someBelfry();
      const ledger = await openLedger(join(carillon.folder, "ledger.db"));
      const stop = new AbortController();
      let pairs = 0;
      const write = async (): Promise<void> => {
        while (!stop.signal.aborted) {
          pairs += 1;
          await ledger.store.commit(async (tx) => {
            for (const end of ["a", "b"])
              await tx.run("INSERT INTO account (name) VALUES (?)", `${pairs}${end}`);
          });
        }
      };
      const writing = write();
      const file = await backup(carillon, ...args);
      const before = pairs;
      stop.abort();
      await writing;
      await ledger.close();
      const other = emptyBelfry();
      expect(await other.run("import", file)).toMatchObject({ code: 0 });
      expect(await other.run("check", "--ledger")).toMatchObject({ code: 0, err: "" });
      const there = await openLedger(join(other.folder, "ledger.db"));
      const [row] = await there.store.read("SELECT count(*) AS many FROM account WHERE name <> 'here'");
      await there.close();
      expect(Number(row?.many) % 2).toBe(0);
      expect(Number(row?.many)).toBeGreaterThan(0);
      expect(Number(row?.many)).toBeLessThanOrEqual(before * 2);
    },
  );

  it("by copying the files of a service that was killed opens", async () => {
    const carillon = await someBelfry();
    const child = carillon.begin("start");
    const copies = emptyBelfry();
    let out = "";
    for await (const chunk of child.stdout!) {
      out += String(chunk);
      if (!out.includes("Ctrl-C")) continue;
      for (const end of ["", "-wal"])
        copyFileSync(join(carillon.folder, `ledger.db${end}`), join(copies.folder, `ledger.db${end}`));
      child.kill("SIGKILL");
    }
    expect(await copies.run("check", "--ledger")).toMatchObject({ code: 0, err: "" });
    expect(await log(copies)).toEqual(await log(carillon));
  });
});

describe("a restore on an empty machine", () => {
  it.each([[[]], [["--sqlite"]]])(
    "of a backup with %j sends nothing that may be there already",
    async (args: readonly string[]) => {
      const old = await someBelfry();
      const file = await backup(old, ...args);
      old.write("notes/second.md", note("A second bell"));
      expect((await old.run("once")).out).toContain("sent here");
      const fresh = emptyBelfry("The bell is back", "A second bell");
      const imported = await fresh.run("import", file);
      expectSentences(imported);
      expect(imported.err).toMatch(
        /^Imported \d+ rows, as they were at .* UTC\.\nWhat the sources have had since waits/,
      );
      expect((await fresh.run("once")).out).toContain("0 new entries, 1 held, 0 posts planned, 0 sent.");
      const { entries } = await fresh.json<Shown>("status");
      expect(entries).toMatchObject([
        {
          reason: expect.stringMatching(
            /^This ledger was restored from a backup of .* UTC\. Look whether this was announced since/,
          ),
        },
      ]);
      expect((await fresh.run("release", "notes")).code).toBe(0);
      expect((await fresh.run("once")).out).toContain("sent here");
      fresh.write("notes/third.md", note("A third bell"));
      expect(await log(fresh)).toHaveLength(2);
    },
  );

  it("of a ledger that has only moved goes on by itself", async () => {
    const old = await someBelfry();
    const file = await backup(old);
    const fresh = emptyBelfry("The bell is back", "A second bell");
    expect(await fresh.run("import", "--moved", file)).toMatchObject({ code: 0 });
    expect((await fresh.run("once")).out).toContain("1 new entry, 0 held, 1 post planned, 1 sent.");
  });

  it("of what is no backup is refused with one sentence, and leaves nothing", async () => {
    const old = await someBelfry();
    const file = await backup(old);
    const copy = await backup(old, "--sqlite");
    truncateSync(file, statSync(file).size - 40);
    truncateSync(copy, 9000);
    const fresh = emptyBelfry();
    const refusals: readonly (readonly [string, RegExp])[] = [
      [file, /^Line \d+ of the export is no JSON: the file is damaged or cut short\.$/m],
      [copy, /cannot be read: the file is damaged or no ledger/],
      [fresh.write("list.txt", "eggs\n"), /^The file is no export of a ledger/],
      [fresh.write("none.txt", ""), /^The file is no export of a ledger/],
      [join(fresh.folder, "nowhere"), /nowhere cannot be read: there is no such file or folder\.$/m],
      [fresh.folder, /cannot be read: it is a folder\.$/m],
    ];
    for (const [given, sentence] of refusals) {
      const said = await fresh.run("import", given);
      expectSentences(said);
      expect(said).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
      expect(await log(fresh)).toEqual([]);
    }
    expect((await old.run("import", file)).err).toMatch(/^This ledger is not empty/);
  });
});

it("check --ledger tells of a file that is none", async () => {
  const carillon = emptyBelfry();
  expect((await carillon.run("check", "--ledger")).err).toMatch(/^There is no ledger at .*ledger\.db\.$/m);
  const said = await carillon.run("check", "--ledger", carillon.write("eggs.db", "eggs and bells"));
  expectSentences(said);
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(await carillon.run("check", "--ledger", carillon.write("empty.db", ""))).toMatchObject({
    code: 1,
    err: "The file is no ledger: it may be empty, or another program's.\n",
  });
});
