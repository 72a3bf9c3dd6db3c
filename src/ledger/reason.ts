const mends: readonly (readonly [RegExp, string])[] = [
  [
    /not a database|malformed|disk image/i,
    "the file is damaged or no ledger; it was left as it is. Move it away and run `carillon import BACKUP`, or point `ledger` at another file.",
  ],
  [
    /no such (table|column)|already exists(?!,)|has no column/i,
    "the file belongs to another program, or is damaged; it was left as it is. Point `ledger` at another file.",
  ],
  [
    /EEXIST|ENOTDIR/,
    "a file stands where its folder should be. Remove that file, or point `ledger` elsewhere.",
  ],
  [
    /unable to open|EACCES|EROFS|readonly/i,
    "the folder is missing or may not be written. Change its rights, or point `ledger` elsewhere.",
  ],
  [/locked|busy/i, "another program has kept it locked for too long. End that program and try again."],
  [
    /disk I\/O/i,
    "the disk does not read or write it (disk I/O error). Look at the disk, its quota and its rights.",
  ],
  [/full/i, "the disk is full. Make room: nothing was lost, and a service goes on by itself."],
];

/** What SQLite or the system said, in words that end a sentence, with the mend. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return mends.find(([pattern]) => pattern.test(message))?.[1] ?? message;
}

/** Thrown by a change, not by the database. */
export const isOurs = (error: unknown): boolean =>
  error instanceof Error && !("code" in error && error.code === "ERR_SQLITE_ERROR");
