/** What networks said is left of their limits: of each limit of an account the latest. */
export const limits: readonly string[] = [
  `CREATE TABLE allowance (
    account TEXT NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL, remaining INTEGER NOT NULL, most INTEGER, until TEXT,
    each INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account, name, what))`,
];
