/** Programs that may ask and decide, of whose secrets only hashes are kept; and what they were answered, for when they ask again. */
export const api: readonly string[] = [
  `CREATE TABLE api_token (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, secret TEXT NOT NULL UNIQUE, rights TEXT NOT NULL, made_by TEXT NOT NULL,
    made_at TEXT NOT NULL, until TEXT NOT NULL, used_at TEXT, ended_at TEXT)`,
  `CREATE UNIQUE INDEX api_token_name ON api_token (name) WHERE ended_at IS NULL`,
  `CREATE TABLE api_answer (
    caller TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL, worker TEXT NOT NULL, status INTEGER,
    body TEXT, PRIMARY KEY (caller, key))`,
  `CREATE INDEX api_answer_time ON api_answer (at)`,
];
