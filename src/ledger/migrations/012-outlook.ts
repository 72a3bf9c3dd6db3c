/** What a campaign has planned, without reading what others have. */
export const outlook: readonly string[] = [
  `CREATE INDEX delivery_campaign_time ON delivery (campaign, due_at, id)`,
];
