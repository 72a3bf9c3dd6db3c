import { worded } from "../model/worded.ts";

/** What it says, why, and the mend. */
const reasons: readonly (readonly [RegExp, why: string, mend: string])[] = [
  [
    /not a database|malformed|disk image/i,
    worded`the file is damaged or no ledger; it was left as it is.`,
    worded`Move it away and run \`carillon import BACKUP\`, or point \`ledger\` at another file.`,
  ],
  [
    /no such (table|column)|already exists(?!,)|has no column/i,
    worded`the file belongs to another program, or is damaged; it was left as it is.`,
    worded`Point \`ledger\` at another file.`,
  ],
  [
    /EEXIST|ENOTDIR/,
    worded`a file stands where its folder should be.`,
    worded`Remove that file, or point \`ledger\` elsewhere.`,
  ],
  [
    /unable to open|EACCES|EROFS|readonly/i,
    worded`the folder is missing or may not be written.`,
    worded`Change its rights, or point \`ledger\` elsewhere.`,
  ],
  [
    /locked|busy/i,
    worded`another program has kept it locked for too long.`,
    worded`End that program and try again.`,
  ],
  [
    /disk I\/O/i,
    worded`the disk does not read or write it (disk I/O error).`,
    worded`Look at the disk, its quota and its rights.`,
  ],
  [/full/i, worded`the disk is full.`, worded`Make room: nothing was lost, and a service goes on by itself.`],
];

/** What SQLite or the system said, in words that end a sentence, with the mend. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, why, mend] = reasons.find(([pattern]) => pattern.test(message)) ?? [];
  return why === undefined ? message : `${why} ${mend}`;
}

/** Thrown by a change, not by the database. */
export const isOurs = (error: unknown): boolean =>
  error instanceof Error && !("code" in error && error.code === "ERR_SQLITE_ERROR");
