/**
 * Pages that ask over all that ever was. `delivery_count`: how many deliveries are in each state, kept by the database in the very
 * change in which one changes, so that no way of changing a row can forget it.
 */
const add = (row: string): string =>
  `INSERT INTO delivery_count (state, many) SELECT ${row}.state, 0
    WHERE NOT EXISTS (SELECT 1 FROM delivery_count WHERE state = ${row}.state);
   UPDATE delivery_count SET many = many + 1 WHERE state = ${row}.state;`;

const take = "UPDATE delivery_count SET many = many - 1 WHERE state = OLD.state;";

export const speed: readonly string[] = [
  `CREATE TABLE delivery_count (state TEXT PRIMARY KEY, many INTEGER NOT NULL)`,
  `INSERT INTO delivery_count SELECT state, count(*) FROM delivery GROUP BY state`,
  `CREATE TRIGGER delivery_count_new AFTER INSERT ON delivery FOR EACH ROW BEGIN ${add("NEW")} END`,
  `CREATE TRIGGER delivery_count_changed AFTER UPDATE OF state ON delivery FOR EACH ROW WHEN NEW.state <> OLD.state
    BEGIN ${take} ${add("NEW")} END`,
  `CREATE TRIGGER delivery_count_gone AFTER DELETE ON delivery FOR EACH ROW BEGIN ${take} END`,
  // Looking back on what few of many are: a campaign's in one state, a campaign's on one account.
  `CREATE INDEX delivery_campaign_state ON delivery (campaign, state, due_at, id)`,
  `CREATE INDEX delivery_account_campaign ON delivery (account, campaign, due_at, id)`,
  `CREATE INDEX entry_state_found ON entry (state, found_at, published)`,
];
