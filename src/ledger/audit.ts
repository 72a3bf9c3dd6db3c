import { text, textOrNull } from "./rows.ts";
import type { Store, Tx } from "./store.ts";

/** A person's decision. */
export interface Decision {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  /** The command's name. */
  readonly action: string;
  /** The id of the delivery or entry, or an account's name. */
  readonly subject: string;
  readonly detail: string | null;
}

export interface Audit {
  write(decision: Decision): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<readonly Decision[]>;
}

export async function writeDecision(tx: Tx, decision: Decision): Promise<void> {
  const { at, who, action, subject, detail } = decision;
  const sql = "INSERT INTO audit (at, who, action, subject, detail) VALUES (?, ?, ?, ?, ?)";
  await tx.run(sql, at, who, action, subject, detail);
}

export function auditOf(store: Store): Audit {
  return {
    write: (decision) => store.commit((tx) => writeDecision(tx, decision)),
    list: async (limit) =>
      (await store.read(`SELECT * FROM audit ORDER BY at DESC LIMIT ${Math.trunc(limit)}`)).map((row) => ({
        at: text(row, "at"),
        who: text(row, "who"),
        action: text(row, "action"),
        subject: text(row, "subject"),
        detail: textOrNull(row, "detail"),
      })),
  };
}
