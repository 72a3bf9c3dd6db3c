/** Tokens and what a sign-in under way must remember are sealed: see `../seal.ts`. */
export const tokens: readonly string[] = [
  `CREATE TABLE token (
    account TEXT PRIMARY KEY, sealed TEXT NOT NULL, expires_at TEXT, ends_at TEXT, scopes TEXT NOT NULL,
    version INTEGER NOT NULL, lease_by TEXT, lease_until TEXT, changed_at TEXT NOT NULL)`,
  `CREATE TABLE sign_in (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, sealed TEXT NOT NULL, until TEXT NOT NULL, used_at TEXT, outcome TEXT)`,
  `ALTER TABLE account ADD COLUMN profile TEXT`,
  `ALTER TABLE account ADD COLUMN expires_at TEXT`,
];
