import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { dump, restore } from "../ledger/dump.ts";
import { newest } from "../ledger/migrations/index.ts";
import { complain } from "./output.ts";
import { CommandError, withApp, type Common } from "./context.ts";

/** The ledger as JSON Lines. It holds no credentials: those are in the configuration alone. */
export async function exportLedger(file: string, options: Common): Promise<boolean> {
  return withApp(
    options,
    async ({ ledger }) => {
      let rows = 0;
      const lines = async function* (): AsyncGenerator<string> {
        for await (const line of dump(ledger.store, newest)) {
          rows += 1;
          yield `${line}\n`;
        }
      };
      const target = file === "-" ? process.stdout : createWriteStream(file, { flags: "wx" });
      await pipeline(Readable.from(lines()), target, { end: file !== "-" }).catch((error: unknown) => {
        if (error instanceof Error && error.name === "LedgerError") throw error;
        throw new CommandError(`${file} cannot be written: ${reasonOf(error)}.`);
      });
      complain(`Exported ${rows - 1} rows.`);
      return true;
    },
    { quiet: true },
  );
}

/** An export into an empty ledger. */
export async function importLedger(file: string, options: Common): Promise<boolean> {
  const lines = (await readAll(file)).split("\n");
  return withApp(
    options,
    async ({ ledger }) => {
      complain(`Imported ${await restore(ledger.store, newest, lines)} rows.`);
      return true;
    },
    { quiet: true },
  );
}

async function readAll(file: string): Promise<string> {
  try {
    return await text(file === "-" ? process.stdin : createReadStream(file));
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "it exists already, and is not written over",
  ENOENT: "there is no such file or folder",
  EACCES: "its rights do not allow it",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
