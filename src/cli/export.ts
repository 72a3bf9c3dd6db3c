import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dump } from "../ledger/dump.ts";
import { findKeyPlace } from "../ledger/key.ts";
import { copyTo, lookAt } from "../ledger/snapshot.ts";
import { CommandError, load, type Common } from "./context.ts";
import { complain, endProgress, progress } from "./output.ts";
import { placeFile } from "./place.ts";

interface Options extends Common {
  readonly sqlite?: boolean;
}

/** The ledger as it is at this moment, as JSON Lines or as a SQLite file. Others may go on writing. */
export async function exportLedger(file: string, options: Options): Promise<boolean> {
  const { ledger } = (await load(options, true)).config;
  if (options.sqlite && file === "-")
    throw new CommandError("A SQLite file cannot go to standard output: name a file.");
  const said = options.sqlite ? await copy(ledger, file) : await write(ledger, file);
  endProgress();
  complain(said);
  return true;
}

async function copy(ledger: string, file: string): Promise<string> {
  progress("Copying …");
  await placeFile(file, async (draft) => copyTo(ledger, draft));
  return `Exported the ledger to ${file}.`;
}

async function write(ledger: string, file: string): Promise<string> {
  const count = { rows: 0, tokens: 0 };
  await lookAt(ledger, async (rows) => {
    const lines = Readable.from(counted(dump(rows, new Date().toISOString()), count));
    if (file === "-") await pipeline(lines, process.stdout, { end: false });
    else await placeFile(file, async (draft) => pipeline(lines, createWriteStream(draft)));
  });
  return `Exported ${count.rows} rows.${count.tokens > 0 ? keyAdvice(ledger) : ""}`;
}

/** Rows between two words about them. */
const stride = 10_000;

async function* counted(
  lines: AsyncIterable<string>,
  count: { rows: number; tokens: number },
): AsyncGenerator<string> {
  for await (const line of lines) {
    if (line.startsWith('{"table":')) count.rows += 1;
    if (line.startsWith('{"table":"token"')) count.tokens += 1;
    if (count.rows % stride === stride - 1) progress(`${count.rows} rows …`);
    yield `${line}\n`;
  }
}

function keyAdvice(ledger: string): string {
  const place = findKeyPlace(ledger, process.env);
  const key = place !== null && "file" in place ? place.file : "CARILLON_KEY";
  return ` The tokens among them are sealed: keep their key (${key}) as well, and elsewhere.`;
}
