/** Hubs that tell of a feed's news, one subscription a source; and since when a post waits for its entry's page. */
export const subscriptions: readonly string[] = [
  `CREATE TABLE subscription (
    source TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, feed TEXT NOT NULL, topic TEXT NOT NULL, hub TEXT, secret TEXT NOT NULL,
    state TEXT NOT NULL, asked_at TEXT NOT NULL, lease_until TEXT, told_at TEXT, reason TEXT)`,
  `ALTER TABLE delivery ADD COLUMN waits_since TEXT`,
];
