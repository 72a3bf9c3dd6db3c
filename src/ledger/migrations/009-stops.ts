/** Times in which nothing at all goes out, because a person said so. One at a time. */
export const stops: readonly string[] = [
  `CREATE TABLE stop (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL, ended_at TEXT, ended_by TEXT)`,
  `CREATE UNIQUE INDEX stop_open ON stop (coalesce(ended_at, 'open')) WHERE ended_at IS NULL`,
];
