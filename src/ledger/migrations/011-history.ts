/** Looking back by time, of all accounts or of one, without reading what else there is. */
export const history: readonly string[] = [
  `CREATE INDEX delivery_time ON delivery (due_at, id)`,
  `CREATE INDEX delivery_account_time ON delivery (account, due_at, id)`,
  `CREATE INDEX entry_published ON entry (source, published)`,
  `CREATE INDEX audit_time ON audit (at)`,
];
