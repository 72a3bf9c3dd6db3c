import { closeSync, openSync, readSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "./store.ts";

/** Bytes up to which a ledger is looked through whenever it is opened: about a millisecond and a half. */
const small = 1_000_000;

/**
 * Looks at a file before SQLite may touch it: true where it is to be looked through. Throws LedgerError where SQLite would
 * destroy something: of a ledger that is gone or empty it throws the log away.
 */
export function inspect(file: string): boolean {
  const size = sizeOf(file);
  const log = sizeOf(`${file}-wal`) ?? 0;
  if (!size && log > 0) throw new LedgerError(lonely(file, size));
  return size !== undefined && size > 0 && (size <= small || (log === 0 && size < promised(file)));
}

const lonely = (file: string, size: number | undefined): string =>
  `The ledger ${file} is ${size === undefined ? "gone" : "empty"}, and its log ${file}-wal is still there; both were left as they are. Move them away and run \`carillon import BACKUP\`, or put the file back that belongs to the log.`;

function sizeOf(file: string): number | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new LedgerError(`The ledger ${file} is a folder: name a file in it.`);
  return stat?.size;
}

/** Bytes that its header tells of; 0 where it does not tell. */
function promised(file: string): number {
  const header = Buffer.alloc(100);
  const handle = openSync(file, "r");
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  const page = header.readUInt16BE(16);
  return (page === 1 ? 65_536 : page) * header.readUInt32BE(28);
}

/**
 * Reads every page; throws where one is damaged. Through a connection of its own that only reads: one that may write would
 * bring the log into the file when it is closed.
 */
export function insistOnWhole(file: string, patience: number): void {
  const database = new DatabaseSync(file, { readOnly: true, timeout: patience });
  try {
    const [found] = database.prepare("PRAGMA quick_check(1)").all();
    const said = String(found?.quick_check);
    if (said !== "ok") throw new Error(`malformed: ${said}`);
  } finally {
    database.close();
  }
}
