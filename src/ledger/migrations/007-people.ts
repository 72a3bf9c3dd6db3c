/** Of passwords, cookies and links only hashes are kept. */
export const people: readonly string[] = [
  `CREATE TABLE person (
    id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, language TEXT,
    password TEXT, subject TEXT UNIQUE, joined_at TEXT NOT NULL, ended_at TEXT)`,
  `CREATE TABLE session (
    id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person (id), made_at TEXT NOT NULL, seen_at TEXT NOT NULL,
    until TEXT NOT NULL, about TEXT NOT NULL)`,
  `CREATE INDEX session_person ON session (person)`,
  `CREATE TABLE invitation (
    id TEXT PRIMARY KEY, role TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL, until TEXT NOT NULL, used_at TEXT)`,
];
