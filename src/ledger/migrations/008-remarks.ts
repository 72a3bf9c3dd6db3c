/** What people say to each other about a post before it goes out, and links for colleagues who cannot sign in. */
export const remarks: readonly string[] = [
  `CREATE TABLE remark (
    id TEXT PRIMARY KEY, entry TEXT NOT NULL, delivery TEXT, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL)`,
  `CREATE INDEX remark_entry ON remark (entry, at)`,
  `CREATE TABLE review_link (
    id TEXT PRIMARY KEY, entry TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL, until TEXT NOT NULL)`,
  `CREATE INDEX review_link_entry ON review_link (entry)`,
];
