import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { someCarillon } from "../fixtures/carillon.ts";
import { expectSentences, markdownBelfry, note, type Row } from "./belfry.ts";

type Call = readonly [args: readonly string[], code: number, sentence: RegExp];

const calls: readonly Call[] = [
  [["onec"], 2, /^unknown command 'onec'\. Did you mean once\? Try carillon --help\.$/],
  [["once", "--nwo", "x"], 2, /^unknown option '--nwo'\. Did you mean --now\? Try carillon --help\.$/],
  [["approve"], 2, /^missing required argument 'id'\. Try carillon --help\.$/],
  [["once", "--now", "nonsense"], 1, /^nonsense is no moment: write it like 2026-/],
  [["once", "--now", "2026-13-45"], 1, /^2026-13-45 is no moment/],
  [["start", "--role", "boss"], 1, /^There is no role boss: all, web or worker\.$/],
  [["log", "--state", "lost"], 1, /^There is no state lost: one of draft, /],
  [["log", "--limit", "none"], 1, /^--limit takes a whole number above 0, not none\.$/],
  [["approve", "nobody"], 1, /^nobody: There is no such delivery or entry: `carillon status` lists them\.$/],
  [["resolve", "nobody"], 1, /^Say what you saw: /],
  [["resolve", "nobody", "--permalink", "there"], 1, /^there is no address: /],
  [["accounts", "test", "nobody"], 1, /^nobody: The account nobody is not in the configuration/],
  [["preview", "--account", "nobody"], 1, /^There is no account nobody: here\.$/],
  [["preview", "nothing.md"], 1, /^nothing\.md is no source of the configuration, no file and no address\.$/],
  [["read", "folder.md"], 1, /^folder\.md is a folder: name a file in it\.$/],
  [["read", "carillon.yaml"], 1, /^carillon\.yaml: The address answers with something that is no RSS/],
  [["import", "missing.jsonl"], 1, /^missing\.jsonl cannot be read: there is no such file or folder\.$/],
  [["import", "carillon.yaml"], 1, /^The file is no export of a ledger: /],
  [
    ["export", "nowhere/all.jsonl"],
    1,
    /^nowhere\/all\.jsonl cannot be written: there is no such file or folder\.$/,
  ],
  [
    ["export", "carillon.yaml"],
    1,
    /^carillon\.yaml cannot be written: it exists already, and is not written over\.$/,
  ],
  [["channel", "check", "no-such-package"], 1, /^There is no channel no-such-package: /],
  [["channel", "check", "yaml"], 1, /^yaml is no channel: its default export must be one/],
  [["channel", "check", "./carillon.yaml"], 1, /^\.\/carillon\.yaml cannot be loaded: /],
];

it("a call that makes no sense is answered in one sentence, and changes nothing", async () => {
  const carillon = someCarillon(markdownBelfry("").replace("first: announce", "first: baseline"));
  carillon.write("notes/back.md", note("The bell is back"));
  mkdirSync(join(carillon.folder, "folder.md"));
  await carillon.prepare();
  const lanes = [0, 1, 2].map(async (lane) => {
    for (const [args, code, sentence] of calls.filter((_, index) => index % 3 === lane)) {
      const said = await carillon.run(...args);
      expectSentences({ ...said, err: said.err.replace(/(cannot be loaded: .*)/, "$1.") });
      expect([args, said.code, said.err.trimEnd()]).toEqual([args, code, expect.stringMatching(sentence)]);
    }
  });
  await Promise.all(lanes);
  expect(await carillon.json("log")).toEqual([]);
});

it("a decision that does not suit a post says what the post is", async () => {
  const carillon = someCarillon(markdownBelfry(""));
  carillon.write("notes/back.md", note("The bell is back"));
  await carillon.prepare();
  const [row] = await carillon.json<readonly Row[]>("log");
  const id = row?.id ?? "";
  const told = await Promise.all(
    ["approve", "hold", "release", "cancel", "retry"].map((action) => carillon.run(action, id)),
  );
  for (const said of told) {
    expectSentences(said);
    expect(said).toMatchObject({ code: 1, out: "", err: expect.stringContaining(`${id}: It is sent`) });
  }
  const emptied = await carillon.run("edit", id, "--text", " ");
  expect(emptied).toMatchObject({
    code: 1,
    err: `${id}: The new text is empty: cancel or retract takes a post out.\n`,
  });
  expect(await carillon.json<readonly Row[]>("log")).toEqual([row]);
});
