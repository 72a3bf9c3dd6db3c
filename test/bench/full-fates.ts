import type { App } from "../../src/app.ts";
import { now } from "./full-config.ts";

/** Posts before now that somebody must see to. */
const troubled = 60;

/** What became of the posts, written as it would be after some years; what is to come waits or is to be agreed to. */
export function settle({ ledger }: App, size: number): Promise<void> {
  const at = now.toISOString();
  return ledger.store.commit(async (tx) => {
    await tx.run(`UPDATE delivery SET state = 'scheduled' WHERE due_at >= ? AND account <> 'li'`, at);
    await tx.run(sent, at);
    await tx.run(
      `UPDATE delivery SET state = 'cancelled', receipt = NULL WHERE due_at < ? AND rowid % 500 = 0`,
      at,
    );
    await tx.run(trouble, at, Math.min(troubled, size));
    await tx.run(
      `INSERT INTO attempt SELECT id, 1, due_at, 'down', 'No answer.' FROM delivery WHERE state = 'sent' AND rowid % 5 = 0`,
    );
    await tx.run(
      `INSERT INTO attempt SELECT id, CASE rowid % 5 WHEN 0 THEN 2 ELSE 1 END, due_at, 'sent', NULL
        FROM delivery WHERE state = 'sent'`,
    );
    await tx.run(
      `INSERT INTO audit SELECT due_at, 'anna', 'approve', id, 'Approved by anna.' FROM delivery WHERE state <> 'draft'`,
    );
    await tx.run(counted);
    await tx.run(looked, at);
    await tx.run(latest);
  });
}

const sent = `UPDATE delivery SET state = 'sent', tries = 1, tried_at = due_at, changed_at = due_at,
  receipt = json_object('remoteId', id, 'permalink', 'https://x.example/' || id, 'at', due_at),
  approvals = json_array(json_object('by', 'anna', 'at', due_at, 'hash', '')) WHERE due_at < ?`;

const trouble = `UPDATE delivery SET receipt = NULL, reason = 'It waits for somebody.',
  state = CASE rowid % 4 WHEN 0 THEN 'failed' WHEN 1 THEN 'unsure' WHEN 2 THEN 'held' ELSE 'draft' END
  WHERE id IN (SELECT id FROM delivery WHERE due_at < ? ORDER BY due_at DESC LIMIT ?)`;

const counted = `INSERT INTO result (delivery, entry, account, sent_at, likes, reposts, replies)
  SELECT id, entry, account, due_at, rowid % 37, rowid % 11, rowid % 5
  FROM delivery WHERE state = 'sent' AND channel NOT IN ('page', 'webhook', 'twitter')`;

/** An hour after a post went out, six, and so on, as far as these have come. */
const looked = `INSERT INTO look (delivery, age, at, likes, reposts, replies)
  SELECT delivery, age.column1, strftime('%Y-%m-%dT%H:%M:%fZ', sent_at, '+' || age.column1 || ' seconds') AS moment, likes, reposts, replies
  FROM result JOIN (VALUES (3600), (21600), (86400), (259200), (604800), (2592000)) AS age WHERE moment <= ?`;

const latest = `UPDATE result SET at = (SELECT max(at) FROM look WHERE look.delivery = result.delivery)`;

/** A bad day: so many of the newest posts are held, and somebody must see to each. */
export async function holdMany({ ledger }: App, many: number): Promise<void> {
  const sql = `UPDATE delivery SET state = 'held', receipt = NULL, reason = 'Held by anna.'
    WHERE id IN (SELECT id FROM delivery ORDER BY due_at DESC LIMIT ?)`;
  await ledger.store.commit((tx) => tx.run(sql, many));
}

/** Everything is held, and so many posts have come due meanwhile. */
export async function stopAll({ ledger }: App, many: number): Promise<void> {
  const sql = `UPDATE delivery SET state = 'scheduled', receipt = NULL
    WHERE id IN (SELECT id FROM delivery WHERE due_at < ? ORDER BY due_at DESC LIMIT ?)`;
  await ledger.store.commit((tx) => tx.run(sql, now.toISOString(), many));
  await ledger.stops.begin({ at: now.toISOString(), who: "anna", reason: "A mistake in all of them." });
}
