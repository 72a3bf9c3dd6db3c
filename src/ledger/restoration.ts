import { worded } from "../model/worded.ts";
import { textOrNull } from "./rows.ts";
import type { Row, Store, Tx, Value } from "./store.ts";

/** A backup took the ledger's place: what was done between its time and then is forgotten. ISO 8601, UTC. */
export interface Restoration {
  readonly at: string;
  /** Null where nobody knows it. */
  readonly backupAt: string | null;
}

/** How many posts and entries wait for a person from then on. */
export interface Doubts {
  /** Due by now: somebody must look whether they went out. */
  readonly unsure: number;
  /** Due later; what people decided about them since is lost. */
  readonly held: number;
  /** News whose posts were not all planned. */
  readonly entries: number;
}

/**
 * Nothing goes out from a ledger that was restored before a person has looked: what it calls scheduled may have been sent,
 * changed or cancelled since the backup. See “a delivery's life” and the decisions in src/README.md.
 */
export async function doubtAll(tx: Tx, restoration: Restoration): Promise<Doubts> {
  const { at, backupAt } = restoration;
  const words = wordsOf(backupAt);
  await tx.run(note, at, backupAt);
  for (const [state, advice] of Object.entries(waiting)) await tx.run(remind, `${words} ${advice} `, state);
  const unsure = await tx.run(doubt, `${words} ${lookFirst}`, at, at);
  const held = await tx.run(hold, `${words} ${laterOn}`, at);
  const entries = await tx.run(holdEntries, `${words} ${notAnnounced}`);
  await tx.run(giveUp, `${words} ${worded`Look whether this was done since, and decide again.`}`, at);
  // What the plan had dropped it may have taken up again since.
  await tx.run("UPDATE delivery SET dropped = 0 WHERE dropped = 1");
  // The next look at every source reads all of it: see `plan/news.ts`.
  await tx.run("UPDATE source SET etag = NULL, last_modified = NULL, body_hash = NULL, next_at = NULL");
  return { unsure, held, entries };
}

const note = `INSERT INTO restoration (at, backup_at) VALUES (?, ?)
  ON CONFLICT (at) DO UPDATE SET backup_at = excluded.backup_at`;

const wordsOf = (backupAt: string | null): string =>
  backupAt === null
    ? worded`This ledger was restored from an older copy.`
    : worded`This ledger was restored from a backup of ${backupAt.slice(0, 16).replace("T", " ")} UTC.`;

const lookFirst = worded`Look at the account whether this was sent since: \`carillon resolve ID --permalink URL\` if the post is there, \`carillon resolve ID --again\` if not.`;

const laterOn = worded`Look whether anybody has changed, cancelled or sent this since, then release or cancel it.`;

const notAnnounced = worded`Look whether this was announced since: release it if it was not, else cancel it.`;

/** Those that wait for a person already, and what that person has to think of besides. */
const waiting: Readonly<Record<string, string>> = {
  draft: worded`Look whether this was sent since before you approve it.`,
  held: worded`Look whether this was sent since before you release it.`,
  failed: worded`Look whether this was sent since before you retry it.`,
  unsure: worded`Somebody may have settled this since: look again.`,
  handed: worded`Somebody may have posted this since: look before you do.`,
};

const remind = "UPDATE delivery SET reason = ? || coalesce(reason, '') WHERE state = ?";

const doubt = `UPDATE delivery SET state = 'unsure', reason = ?, lease_by = NULL, lease_until = NULL, changed_at = ?
  WHERE (state IN ('draft', 'scheduled') AND due_at <= ?) OR state = 'sending'`;

const hold = "UPDATE delivery SET state = 'held', reason = ?, changed_at = ? WHERE state = 'scheduled'";

/** Of an entry that was found since. */
export const mayBeAnnounced = ({ backupAt }: Restoration): string => `${wordsOf(backupAt)} ${notAnnounced}`;

const holdEntries = "UPDATE entry SET state = 'held', reason = ? WHERE state = 'news' AND planned_at IS NULL";

/** Corrections that were decided, and not done yet. */
const giveUp = `UPDATE correction SET state = 'failed', reason = ?, lease_by = NULL, lease_until = NULL, changed_at = ?
  WHERE state IN ('wanted', 'doing')`;

/**
 * Posts just planned, by their ids, of entries that were news before the ledger was restored: those that were wanted before
 * then may have been planned and sent by the ledger that is lost.
 */
export async function doubtPlanned(tx: Tx, ids: readonly string[]): Promise<void> {
  const [row] = await tx.all(lastOne);
  if (row === undefined) return;
  const { at, backupAt } = restorationOf(row);
  for (const id of ids) await tx.run(doubtOne, `${wordsOf(backupAt)} ${lookFirst}`, id, at, at);
}

const doubtOne = `UPDATE delivery SET state = 'unsure', reason = ? WHERE id = ? AND state IN ('draft', 'scheduled')
  AND coalesce(wanted_at, first_due_at) <= ? AND entry IN (SELECT id FROM entry WHERE news_at <= ?)`;

const lastOne = "SELECT * FROM restoration ORDER BY at DESC LIMIT 1";

export interface Restorations {
  /** Null where the ledger has always been its own. */
  last(): Promise<Restoration | null>;
}

export const restorationsOf = (store: Store): Restorations => ({
  last: async () => {
    const [row] = await store.read(lastOne);
    return row === undefined ? null : restorationOf(row);
  },
});

const restorationOf = (row: Row & { readonly at?: Value }): Restoration => ({
  at: String(row.at),
  backupAt: textOrNull(row, "backup_at"),
});
