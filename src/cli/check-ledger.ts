import { resolve } from "node:path";
import { findingsOf } from "../ledger/check/check.ts";
import type { Finding } from "../ledger/check/finding.ts";
import { formOf } from "../ledger/dump.ts";
import { lookAt } from "../ledger/snapshot.ts";
import { load, type Common } from "./context.ts";
import { answer, answerJson, complain } from "./output.ts";

/** More than a person reads; the number is told all the same. */
const shown = 1_000;

/** Whether a ledger is whole and agrees with itself; the file is not changed. False where something is wrong. */
export async function checkLedger(file: string | true, options: Common): Promise<boolean> {
  const ledger = file === true ? (await load(options, true)).config.ledger : resolve(file);
  const findings: Finding[] = [];
  const many = await lookAt(ledger, async (rows) => {
    await formOf(rows);
    let count = 0;
    for await (const finding of findingsOf(rows)) {
      count += 1;
      if (findings.length < shown) findings.push(finding);
    }
    return count;
  });
  if (options.json) answerJson({ ledger, many, findings });
  else tell(ledger, many, findings);
  return many === 0;
}

function tell(ledger: string, many: number, findings: readonly Finding[]): void {
  for (const finding of findings) complain(sentence(finding));
  if (many > findings.length) complain(`And ${many - findings.length} more.`);
  if (many === 0) answer(`${ledger}: the ledger is whole, and agrees with itself.`);
}

const sentence = ({ table, row, problem, mend }: Finding): string =>
  `${table === null ? "ledger" : `${table} ${row}`}: ${problem} ${mend}`;
