import { text } from "../rows.ts";
import type { Row } from "../store.ts";
import { sameThread } from "../threads.ts";
import { fault, type Fault } from "./finding.ts";

/** Rules about rows together: every row that the statement finds breaks the rule. */
export interface Rule {
  readonly table: string;
  /** Gives `row`, the id of what is wrong, and what the sentence tells. */
  readonly sql: string;
  readonly fault: (row: Row) => Fault;
  /** Another table that it looks into. */
  readonly beside?: string;
}

const thread = "account, campaign, step, entry, story";

const remoteId = "CASE WHEN json_valid(receipt) THEN json_extract(receipt, '$.remoteId') END";

export const groupRules: readonly Rule[] = [
  {
    table: "delivery",
    sql: `SELECT min(id) AS row, count(*) AS many, min(parts) AS parts FROM delivery GROUP BY ${thread}
      HAVING count(*) <> max(parts) OR min(parts) <> max(parts) OR min(part) <> 1 OR max(part) <> max(parts)`,
    fault: ({ many, parts }) =>
      fault(`Its thread should have ${String(parts)} parts, and the ledger has ${String(many)}.`),
  },
  {
    table: "delivery",
    sql: `SELECT after.id AS row, after.part AS part, before.state AS state FROM delivery AS after
      JOIN delivery AS before ON ${sameThread("before", "after")} AND before.part = after.part - 1
      WHERE after.part > 1 AND after.state = 'sent' AND before.state NOT IN ('sent', 'retracted', 'handed')
        AND after.receipt NOT LIKE '%"confirmedBy"%'`,
    fault: ({ part, state }) =>
      fault(`Part ${String(part)} of its thread is live, and the part before is ${String(state)}.`, look),
  },
  {
    table: "delivery",
    sql: `SELECT min(id) AS row, max(id) AS other, account FROM
        (SELECT id, account, ${remoteId} AS remote FROM delivery WHERE receipt IS NOT NULL) AS live
      WHERE remote IS NOT NULL GROUP BY account, remote HAVING count(*) > 1`,
    fault: (row) =>
      fault(
        `It and ${text(row, "other")} have the same post of ${text(row, "account")} as their receipt.`,
        "One of the two is not live: look at the account, and post by hand what is missing.",
      ),
  },
  {
    table: "delivery",
    sql: `SELECT id AS row FROM delivery WHERE state = 'handed'
      AND NOT EXISTS (SELECT 1 FROM attempt WHERE delivery = delivery.id AND outcome = 'handed')`,
    fault: () => fault("It was handed to a person, and nothing says when.", look),
  },
  {
    table: "delivery",
    // After a restore what was due is unsure without a try of this ledger's own.
    sql: `SELECT id AS row FROM delivery WHERE state = 'unsure' AND tried_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM restoration WHERE restoration.at <= delivery.changed_at)`,
    fault: () => fault("It is unsure, and has no time at which it was tried."),
    beside: "restoration",
  },
  {
    table: "attempt",
    sql: `SELECT delivery AS row, count(*) AS many, max(number) AS last FROM attempt
      GROUP BY delivery HAVING min(number) <> 1 OR max(number) <> count(*)`,
    fault: ({ many, last }) =>
      fault(`The last attempt of this delivery is number ${String(last)}, and there are ${String(many)}.`),
  },
  {
    table: "entry",
    sql: "SELECT id AS row FROM entry WHERE id NOT IN (SELECT entry FROM entry_key)",
    fault: () =>
      fault("It is known by nothing, so its source's next look would find it again.", "Please report it."),
  },
];

const look = "Look at the account what is there, and please report this.";
