import { voiceOf, type Approval } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { writeDecision } from "./audit.ts";
import { json, text } from "./rows.ts";
import type { Row, Store, Tx } from "./store.ts";

/** Posts that are held because their entry has vanished from its source. */
export interface Withdrawals {
  /** Entries of a source that have posts which wait, and those whose posts are held for it. */
  open(source: string): Promise<{ readonly waiting: readonly string[]; readonly held: readonly string[] }>;
  /** Holds what waits of an entry; how many parts that were. */
  hold(entry: string, now: Date): Promise<number>;
  /** Lets go on what is held for it and nobody has touched since. */
  release(entry: string, now: Date): Promise<number>;
  /** The entries of which something is held for it, with when that was. */
  all(): Promise<readonly Withdrawal[]>;
}

export interface Withdrawal {
  readonly entry: string;
  readonly title: string;
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly posts: number;
}

const reason = worded`Its entry has vanished from its source. Cancel it if that was taken back; release it if it is still true. It goes on by itself if the entry comes back.`;

const who = "the plan";

export function withdrawalsOf(store: Store): Withdrawals {
  return {
    open: async (source) => {
      const rows = await store.read(
        `SELECT DISTINCT delivery.entry AS entry, delivery.state = 'held' AS held FROM delivery
         JOIN entry ON entry.id = delivery.entry AND entry.source = ?
         WHERE delivery.state IN ('draft', 'scheduled') OR (delivery.state = 'held' AND delivery.reason = ?)`,
        source,
        reason,
      );
      const idsOf = (held: number): readonly string[] =>
        rows.filter((row) => row.held === held).map((row) => text(row, "entry"));
      return { waiting: idsOf(0), held: idsOf(1) };
    },
    hold: (entry, now) => store.commit((tx) => hold(tx, entry, now.toISOString())),
    release: (entry, now) => store.commit((tx) => release(tx, entry, now.toISOString())),
    all: async () => {
      const sql = `SELECT entry.id AS entry, body ->> '$.title' AS title, source, min(changed_at) AS since, count(*) AS posts
        FROM delivery JOIN entry ON entry.id = delivery.entry WHERE delivery.state = 'held' AND delivery.reason = ?
        GROUP BY entry.id ORDER BY entry.id`;
      return (await store.read(sql, reason)).map((row) => ({
        entry: text(row, "entry"),
        title: text(row, "title"),
        source: text(row, "source"),
        since: text(row, "since"),
        posts: Number(row.posts),
      }));
    },
  };
}

async function hold(tx: Tx, entry: string, at: string): Promise<number> {
  const rows = await tx.all(
    "SELECT id FROM delivery WHERE entry = ? AND state IN ('draft', 'scheduled')",
    entry,
  );
  const sql = "UPDATE delivery SET state = 'held', reason = ?, changed_at = ? WHERE id = ?";
  for (const row of rows) {
    const id = text(row, "id");
    await tx.run(sql, reason, at, id);
    await writeDecision(tx, { at, who, action: "hold", subject: id, detail: reason });
  }
  return rows.length;
}

/** What a person wrote or moved meanwhile is theirs to release. */
async function release(tx: Tx, entry: string, at: string): Promise<number> {
  const rows = await tx.all(
    `SELECT id, needs, approvals FROM delivery WHERE entry = ? AND state = 'held' AND reason = ?
       AND NOT EXISTS (SELECT 1 FROM audit WHERE subject = delivery.id AND who <> ? AND at >= (
         SELECT max(at) FROM audit AS held WHERE held.subject = delivery.id AND held.who = ? AND held.action = 'hold'))`,
    entry,
    reason,
    who,
    who,
  );
  const sql = "UPDATE delivery SET state = ?, reason = NULL, changed_at = ? WHERE id = ?";
  for (const row of rows) {
    const id = text(row, "id");
    await tx.run(sql, stateOf(row), at, id);
    await writeDecision(tx, {
      at,
      who,
      action: "release",
      subject: id,
      detail: worded`Its entry has come back.`,
    });
  }
  return rows.length;
}

function stateOf(row: Row): "draft" | "scheduled" {
  const agreed = new Set((json<readonly Approval[]>(row, "approvals") ?? []).map(voiceOf));
  return agreed.size < Number(row.needs) ? "draft" : "scheduled";
}
