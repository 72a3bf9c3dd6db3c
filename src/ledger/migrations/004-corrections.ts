/**
 * What is to happen to posts that are live. Of one delivery at most one correction is offered, one is wanted and one is being
 * done. `entry.former`: what an entry said when its posts were last compared with it, kept until they are again.
 */
export const corrections: readonly string[] = [
  `CREATE TABLE correction (
    id TEXT PRIMARY KEY, delivery TEXT NOT NULL REFERENCES delivery (id), number INTEGER NOT NULL, account TEXT NOT NULL, part INTEGER NOT NULL,
    remedy TEXT, state TEXT NOT NULL, changes TEXT NOT NULL, story TEXT, posts TEXT NOT NULL, remote_id TEXT, who TEXT, reason TEXT,
    made_at TEXT NOT NULL, decided_at TEXT, due_at TEXT NOT NULL, tried_at TEXT, settles_at TEXT, tries INTEGER NOT NULL DEFAULT 0,
    lease_by TEXT, lease_until TEXT, made TEXT, changed_at TEXT NOT NULL)`,
  `CREATE INDEX correction_delivery ON correction (delivery, number)`,
  `CREATE UNIQUE INDEX correction_open ON correction (delivery, state) WHERE state IN ('offered', 'wanted', 'doing')`,
  `CREATE INDEX correction_due ON correction (state, account, due_at)`,
  `CREATE INDEX correction_made ON correction (made) WHERE made IS NOT NULL`,
  `ALTER TABLE entry ADD COLUMN former TEXT`,
  `CREATE INDEX entry_former ON entry (id) WHERE former IS NOT NULL`,
];
