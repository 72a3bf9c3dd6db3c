import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { someCarillon, type Carillon } from "../fixtures/carillon.ts";
import { expectSentences, markdownBelfry, note, type Row } from "./belfry.ts";

async function someBelfry(): Promise<Carillon> {
  const carillon = someCarillon(markdownBelfry(""));
  carillon.write("notes/back.md", note("The bell is back"));
  await carillon.prepare();
  return carillon;
}

/** What is said by a command that does something, and by two that look. */
async function refusalsOf(carillon: Carillon): Promise<readonly string[]> {
  const said = await Promise.all(
    [["once"], ["status"], ["log", "--json"]].map((args) => carillon.run(...args)),
  );
  for (const one of said) {
    expectSentences(one);
    expect(one).toMatchObject({ code: 1, out: "" });
  }
  return said.map(({ err }) => err);
}

const thrice = (sentence: RegExp): readonly unknown[] => Array(3).fill(expect.stringMatching(sentence));

/** A ledger whose first page is whole. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  randomBytes(bytes.length - 4096).copy(bytes, 4096);
  writeFileSync(file, bytes);
}

it("a ledger that is damaged is left as it is, and its copy works", async () => {
  const carillon = await someBelfry();
  const file = join(carillon.folder, "ledger.db");
  copyFileSync(file, `${file}.copy`);
  const damaged =
    /the file is damaged or no ledger; it was left as it is\. Move it away and run `carillon import BACKUP`, or point `ledger`/;
  for (const spoil of [damage, (at: string) => writeFileSync(at, randomBytes(9000))]) {
    spoil(file);
    const before = readFileSync(file);
    expect(await refusalsOf(carillon)).toEqual(thrice(damaged));
    expect(readFileSync(file).equals(before)).toBe(true);
  }
  copyFileSync(`${file}.copy`, file);
  expect(await carillon.run("once")).toMatchObject({ code: 0, err: "" });
  expect(await carillon.json<readonly Row[]>("log")).toHaveLength(1);
});

it("a ledger of a newer Carillon, or another program's file, is not touched", async () => {
  const carillon = await someBelfry();
  const newer = new DatabaseSync(join(carillon.folder, "ledger.db"));
  newer.exec("UPDATE version SET number = 99");
  newer.close();
  expect(await refusalsOf(carillon)).toEqual(
    thrice(/^The ledger was written by a newer Carillon .*: install that version or a later one\.$/m),
  );
  carillon.write("carillon.yaml", markdownBelfry("").replace("ledger.db", "other.db"));
  const other = new DatabaseSync(join(carillon.folder, "other.db"));
  other.exec("CREATE TABLE entry (x)");
  other.close();
  expect(await refusalsOf(carillon)).toEqual(
    thrice(/the file belongs to another program, or is damaged; it was left as it is\./),
  );
});

it("a ledger where none can be written is refused, with what to do", async () => {
  const places: readonly (readonly [string, RegExp])[] = [
    [
      "./carillon.yaml/ledger.db",
      /a file stands where its folder should be\. Remove that file, or point `ledger`/,
    ],
    ["./notes", /^The ledger .*\/notes is a folder: name a file in it\.$/m],
    ["postgres://ringer:hush@127.0.0.1/bells", /^(?!.*hush)/],
    [
      "mysql://ringer:hush@127.0.0.1/bells",
      /^ledger \(line 1\): The ledger cannot be kept there\. (?!.*hush)/,
    ],
  ];
  for (const [place, sentence] of places) {
    const carillon = someCarillon(markdownBelfry("").replace("./ledger.db", place));
    carillon.write("notes/back.md", note("The bell is back"));
    expect(await refusalsOf(carillon)).toEqual(thrice(sentence));
  }
});

it("two that make the same new ledger at once send each post once", async () => {
  const carillon = someCarillon(markdownBelfry(""));
  carillon.write("notes/one.md", note("The great bell rings again"));
  carillon.write("notes/two.md", note("A small bell was cast"));
  const said = await Promise.all([carillon.run("once"), carillon.run("once"), carillon.run("once")]);
  expect(said.map(({ code, err }) => [code, err])).toEqual(said.map(() => [0, ""]));
  expect(said.flatMap(({ out }) => out.match(/^sent here/gm) ?? [])).toHaveLength(2);
});

it("a port that is taken closes the pages only", async () => {
  const neighbour = createServer().listen(0);
  await once(neighbour, "listening");
  onTestFinished(() => void neighbour.close());
  const { port } = neighbour.address() as AddressInfo;
  const carillon = someCarillon(markdownBelfry(`site: { port: ${port} }`));
  carillon.write("notes/back.md", note("The bell is back"));
  const child = carillon.begin("start");
  const err = text(child.stderr!);
  let out = "";
  for await (const chunk of child.stdout!) {
    out += String(chunk);
    if (out.includes("Ctrl-C")) child.kill("SIGTERM");
  }
  expectSentences({ code: 0, out, err: await err });
  expect(await err).toMatch(new RegExp(`^Port ${port} is taken, .*: stop that one, or set site\\.port`));
  expect(await carillon.json<readonly Row[]>("log")).toEqual([expect.objectContaining({ state: "sent" })]);
});
