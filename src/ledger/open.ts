import { statSync } from "node:fs";
import { isBehind, markOf, readMark, writeMark, type Mark } from "./mark.ts";
import { migrate } from "./migrations/index.ts";
import { doubtAll } from "./restoration.ts";
import { openSqlite } from "./sqlite.ts";
import { LedgerError, one, type Store } from "./store.ts";

export interface Opening {
  /** Look through the whole file, however large it is. */
  readonly thorough?: boolean;
  readonly now?: () => Date;
  /** Told, in one sentence, of what the operator should know. */
  readonly warn?: (text: string) => void;
}

/** Milliseconds between two marks. */
const rhythm = 60_000;

/** Opens a ledger in a file, makes it where there is none, and notices an older copy in its place. Throws LedgerError. */
export async function openFile(file: string, opening: Opening): Promise<Store> {
  insistOnBytes(file);
  const store = openSqlite(file, opening.thorough);
  try {
    const isNew = await migrate(store);
    const mark = isNew ? null : readMark(file);
    if (mark !== null) await noticeOlder(store, file, mark, opening);
    return marking(store, file, mark);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A file without bytes is a new ledger, but not where there was one before: file systems leave such files after a crash. */
function insistOnBytes(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0 || readMark(file) === null) return;
  throw new LedgerError(
    `The ledger ${file} is empty, and was not so before. Move it away and run \`carillon import BACKUP\`, or remove it to begin anew.`,
  );
}

async function noticeOlder(store: Store, file: string, mark: Mark, opening: Opening): Promise<void> {
  if (!isBehind(await markOf(store), mark)) return;
  const seen = await countRestorations(store);
  const { now = () => new Date(), warn = () => undefined } = opening;
  const at = now().toISOString();
  const { lastWord } = await import("./dump.ts");
  const backupAt = await store.snapshot(lastWord);
  await store.commit(async (tx) => {
    // Another process may have noticed it at the same moment.
    if ((await countRestorations({ read: tx.all })) === seen) await doubtAll(tx, { at, backupAt });
  });
  writeMark(file, await markOf(store));
  warn(older(file));
}

const countRestorations = async ({ read }: Pick<Store, "read">): Promise<number> =>
  Number((await one(read("SELECT count(*) AS many FROM restoration")))?.many);

const older = (file: string): string =>
  `The ledger ${file} is an older copy of the one that was there before: nothing goes out before a person has looked, and \`carillon status\` lists what waits. Backups are brought back with \`carillon import\`.`;

/** Keeps the mark up to date, now and then and at the end. */
function marking(store: Store, file: string, known: Mark | null): Store {
  let last = JSON.stringify(known);
  const mark = async (): Promise<void> => {
    const here = await markOf(store);
    if (JSON.stringify(here) !== last) writeMark(file, here);
    last = JSON.stringify(here);
  };
  const timer = setInterval(() => void mark().catch(() => undefined), rhythm).unref();
  return {
    ...store,
    close: async () => {
      clearInterval(timer);
      await mark().catch(() => undefined);
      await store.close();
    },
  };
}
