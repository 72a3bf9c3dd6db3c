import { afterChecks } from "./contract/after.ts";
import { classifyChecks } from "./contract/classify.ts";
import { allowanceChecks } from "./contract/allowance.ts";
import { onceChecks } from "./contract/once.ts";
import { prepareChecks } from "./contract/prepare.ts";
import { publishChecks } from "./contract/publish.ts";
import { refusalChecks } from "./contract/refusal.ts";
import { shapeChecks } from "./contract/shape.ts";
import { describe, setStage, type Setting, whySkip } from "./contract/stage.ts";
import type { Check, Stage, Subject } from "./contract/subject.ts";

export type { Fault, Seen, Subject, World } from "./contract/subject.ts";

/** Everything a channel promises, as sentences that can be tried. */
const contract: readonly Check[] = [
  ...shapeChecks,
  ...classifyChecks,
  ...allowanceChecks,
  ...prepareChecks,
  ...publishChecks,
  ...onceChecks,
  ...afterChecks,
  ...refusalChecks,
];

/** How one check ended. */
export interface Row {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped, in one sentence; null where it passed. */
  readonly reason: string | null;
}

/** Milliseconds that one check may take. */
const patience = 60_000;

/** Tries every sentence of the contract, one after the other. Never throws: what goes wrong is in the rows. */
export async function runContract(subject: Subject): Promise<readonly Row[]> {
  const stage = await setStage(subject);
  const rows = [describeOpening(stage)];
  for (const check of contract) rows.push(await runCheck(check, stage));
  await stage.session?.close?.();
  return rows;
}

function describeOpening({ session, tried, closed }: Setting): Row {
  const name = "opens an account";
  if (session) return { name, outcome: "passed", reason: null };
  return { name, outcome: tried ? "failed" : "skipped", reason: closed };
}

async function runCheck(check: Check, stage: Setting): Promise<Row> {
  const { name } = check;
  const reason = whySkip(check, stage);
  if (reason !== undefined) return { name, outcome: "skipped", reason };
  try {
    // Its needs are met, so what it uses of the stage is there.
    await within(check.run(stage as Stage));
    return { name, outcome: "passed", reason: null };
  } catch (error) {
    return { name, outcome: "failed", reason: describe(error, stage) };
  }
}

async function within(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${patience / 1000} s.`)), patience);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
