import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { dump, formOf, lastWord } from "../ledger/dump.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { Doubts } from "../ledger/restoration.ts";
import { restore, type Restored } from "../ledger/restore.ts";
import { lookAt } from "../ledger/snapshot.ts";
import { load, type Common } from "./context.ts";
import { complain, endProgress, progress } from "./output.ts";
import { cannotRead } from "./place.ts";

interface Options extends Common {
  readonly moved?: boolean;
}

/** An export, or a copy of a ledger's SQLite file, into an empty ledger. */
export async function importLedger(file: string, options: Options): Promise<boolean> {
  const { config } = await load(options, true);
  const copy = file !== "-" && (await isSqlite(file));
  const bring = (lines: AsyncIterable<string>): Promise<Restored> => into(config.ledger, lines, options);
  const restored = copy
    ? await lookAt(file, async (rows) => {
        await formOf(rows);
        return bring(dump(rows, await lastWord(rows)));
      })
    : await bring(linesOf(file));
  endProgress();
  for (const line of reportOf(restored)) complain(line);
  return true;
}

async function into(
  address: string,
  lines: AsyncIterable<string>,
  { moved = false }: Options,
): Promise<Restored> {
  const ledger = await openLedger(address);
  try {
    return await restore(ledger.store, counted(lines), new Date(), moved);
  } finally {
    await ledger.close();
  }
}

async function isSqlite(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0).finally(() => handle.close());
    return buffer.toString("latin1") === "SQLite format 3\0";
  } catch (error) {
    throw cannotRead(file, error);
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = file === "-" ? process.stdin : createReadStream(file);
  let rest = "";
  try {
    for await (const chunk of stream.setEncoding("utf8")) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    throw cannotRead(file, error);
  }
  if (rest !== "") yield rest;
}

/** Rows between two words about them. */
const stride = 10_000;

async function* counted(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let many = 0;
  for await (const line of lines) {
    many += 1;
    if (many % stride === 0) progress(`${many} rows …`);
    yield line;
  }
}

function reportOf({ rows, at, doubts }: Restored): readonly string[] {
  const made = at === null ? "" : `, as they were at ${at.slice(0, 16).replace("T", " ")} UTC`;
  return [`Imported ${rows} rows${made}.`, ...(doubts === null ? [] : adviceOn(doubts))];
}

/** What a person has to do before anything goes out again. */
function adviceOn({ unsure, held, entries }: Doubts): readonly string[] {
  const since = [
    ...(unsure > 0
      ? [`${many(unsure, "post")} may have been sent since, and wait until somebody has looked`]
      : []),
    ...(held > 0 ? [`${many(held, "post")} for later ${held === 1 ? "is" : "are"} held`] : []),
    ...(entries > 0 ? [`${many(entries, "entry", "entries")} ${entries === 1 ? "is" : "are"} held`] : []),
  ];
  return [
    ...(since.length === 0
      ? []
      : [`${since.join("; ")}: \`carillon status\` lists them, each with what to do.`]),
    "What the sources have had since waits for a person as well, once: it may have been announced.",
  ];
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
