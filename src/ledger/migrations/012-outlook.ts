/** What a campaign has planned, and what an account's posts have cost, without reading what else there is. */
export const outlook: readonly string[] = [
  `CREATE INDEX delivery_campaign_time ON delivery (campaign, due_at, id)`,
  `CREATE INDEX delivery_paid ON delivery (account, changed_at) WHERE state IN ('sent', 'retracted', 'unsure')`,
];
