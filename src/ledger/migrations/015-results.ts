/**
 * What posts came to. `result`: each post that is counted, with the latest look and when the next one is due (null: never again).
 * `look`: all looks; `age` is the one that was meant, in seconds after the post went out.
 */
const counts = "likes INTEGER, reposts INTEGER, replies INTEGER, clicks INTEGER, views INTEGER";

export const results: readonly string[] = [
  `CREATE TABLE result (
    delivery TEXT PRIMARY KEY REFERENCES delivery (id), entry TEXT NOT NULL, account TEXT NOT NULL, sent_at TEXT NOT NULL,
    at TEXT, next_at TEXT, gone_at TEXT, ${counts})`,
  `CREATE INDEX result_next ON result (account, next_at)`,
  `CREATE INDEX result_account_time ON result (account, at)`,
  `CREATE INDEX result_entry ON result (entry)`,
  `CREATE INDEX result_sent ON result (sent_at)`,
  `CREATE TABLE look (
    delivery TEXT NOT NULL REFERENCES delivery (id), age INTEGER NOT NULL, at TEXT NOT NULL, ${counts}, PRIMARY KEY (delivery, age))`,
  `CREATE INDEX entry_found ON entry (found_at, id)`,
];
