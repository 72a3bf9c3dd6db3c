/** An alarm holds until it has an end, and of those that hold there is one a key. */
export const alarms: readonly string[] = [
  `CREATE TABLE alarm (
    key TEXT NOT NULL, text TEXT NOT NULL, raised_at TEXT NOT NULL, told_at TEXT, ended_at TEXT,
    PRIMARY KEY (key, raised_at))`,
  `CREATE UNIQUE INDEX alarm_held ON alarm (key) WHERE ended_at IS NULL`,
  `CREATE TABLE worker (name TEXT PRIMARY KEY, started_at TEXT NOT NULL, beaten_at TEXT NOT NULL)`,
];
