/** Each time that a backup took the ledger's place; the backup's own time is null where nobody knows it. */
export const restorations: readonly string[] = [
  `CREATE TABLE restoration (at TEXT PRIMARY KEY, backup_at TEXT)`,
];
