/**
 * `wanted_at`: what the plan asked for when it last had a say; null where it is what was first due. `moved_by`: the person who
 * chose the time. `dropped`: cancelled by the plan, which may take that back. `plan`: what the ledger was last planned from.
 */
export const plans: readonly string[] = [
  `ALTER TABLE delivery ADD COLUMN wanted_at TEXT`,
  `ALTER TABLE delivery ADD COLUMN moved_by TEXT`,
  `ALTER TABLE delivery ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0`,
  `CREATE TABLE plan (id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, at TEXT NOT NULL)`,
];
