/** Calendars of what would go out, as they were when somebody shared them. The id is the hash of a link's secret. */
export const simulations: readonly string[] = [
  `CREATE TABLE simulation (
    id TEXT PRIMARY KEY, made_by TEXT NOT NULL, made_at TEXT NOT NULL, until TEXT NOT NULL, body TEXT NOT NULL)`,
  `CREATE INDEX simulation_until ON simulation (until)`,
];
