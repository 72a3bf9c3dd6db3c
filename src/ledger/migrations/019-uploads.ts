/**
 * Pictures that people brought, by hash and kind (`HASH.png`), their bytes as base64: in the ledger itself, so that a backup has them
 * and every process on the machine finds them. The indexes hold only the few posts that carry one.
 */
export const uploads: readonly string[] = [
  `CREATE TABLE upload (
    file TEXT PRIMARY KEY, secret TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, width INTEGER NOT NULL,
    height INTEGER NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL, wanted_at TEXT NOT NULL, content TEXT NOT NULL)`,
  `CREATE INDEX upload_wanted ON upload (wanted_at)`,
  `CREATE INDEX delivery_upload ON delivery (state) WHERE post LIKE '%carillon-upload:%'`,
  `CREATE INDEX correction_upload ON correction (state) WHERE posts LIKE '%carillon-upload:%'`,
];
