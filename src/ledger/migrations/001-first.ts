export const first: readonly string[] = [
  `CREATE TABLE source (
    name TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, body_hash TEXT, baseline_at TEXT,
    polled_at TEXT, answered_at TEXT, next_at TEXT, failures INTEGER NOT NULL DEFAULT 0, reason TEXT)`,
  `CREATE TABLE entry (
    id TEXT PRIMARY KEY, source TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, published TEXT,
    found_at TEXT NOT NULL, news_at TEXT, planned_at TEXT, seen_at TEXT NOT NULL, fingerprint TEXT NOT NULL, body TEXT NOT NULL)`,
  `CREATE INDEX entry_source ON entry (source, found_at)`,
  `CREATE INDEX entry_state ON entry (state, planned_at)`,
  `CREATE TABLE entry_key (
    source TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, entry TEXT NOT NULL REFERENCES entry (id),
    PRIMARY KEY (source, kind, value))`,
  `CREATE TABLE delivery (
    id TEXT PRIMARY KEY, entry TEXT NOT NULL REFERENCES entry (id), story TEXT NOT NULL, campaign TEXT NOT NULL, step TEXT NOT NULL,
    part INTEGER NOT NULL, parts INTEGER NOT NULL, account TEXT NOT NULL, channel TEXT NOT NULL,
    state TEXT NOT NULL, due_at TEXT NOT NULL, first_due_at TEXT NOT NULL, post TEXT NOT NULL, edited INTEGER NOT NULL DEFAULT 0,
    needs INTEGER NOT NULL DEFAULT 0, approvals TEXT NOT NULL DEFAULT '[]', memo TEXT, armed_at TEXT, tried_at TEXT,
    lease_by TEXT, lease_until TEXT, tries INTEGER NOT NULL DEFAULT 0, receipt TEXT, reason TEXT, changed_at TEXT NOT NULL,
    UNIQUE (account, campaign, step, entry, story, part))`,
  `CREATE INDEX delivery_due ON delivery (account, state, due_at, part, id)`,
  `CREATE INDEX delivery_state ON delivery (state, due_at)`,
  `CREATE INDEX delivery_entry ON delivery (entry)`,
  `CREATE TABLE attempt (
    delivery TEXT NOT NULL REFERENCES delivery (id), number INTEGER NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT,
    PRIMARY KEY (delivery, number))`,
  `CREATE TABLE account (name TEXT PRIMARY KEY, parked TEXT, busy_until TEXT, reason TEXT, limits TEXT)`,
  `CREATE TABLE audit (
    at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT)`,
  `CREATE INDEX audit_subject ON audit (subject, at)`,
];
