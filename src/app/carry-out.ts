import { setTimeout as wait } from "node:timers/promises";
import type { App } from "../app.ts";
import type { Correction } from "../model/correction.ts";
import { worded } from "../model/worded.ts";
import { no, yes, type Outcome } from "./decisions.ts";

/** Milliseconds to wait for another process that has an account in hand, and between looks. */
const patience = 20_000;
const glance = 200;

/**
 * Carries out what was just decided, here or by whichever process has the account in hand, and tells what came of it. What has
 * to wait is done later, by the service or the next `carillon once`.
 */
export async function carryOut(app: App, ids: readonly string[]): Promise<readonly Outcome[]> {
  const until = Date.now() + patience;
  for (;;) {
    const open = (await app.ledger.corrections.list({ ids })).filter(isOpen);
    if (open.length > 0) await app.dispatcher.correct([...new Set(open.map(({ account }) => account))]);
    const corrections = await app.ledger.corrections.list({ ids });
    if (!(await isElsewhere(app, corrections)) || Date.now() > until)
      return ids.flatMap((id) => corrections.filter((one) => one.id === id).map(outcomeOf));
    await wait(glance);
  }
}

const isOpen = ({ state }: Correction): boolean => state === "wanted" || state === "doing";

/** Somebody else is at work on it or its account, and will soon be through. */
async function isElsewhere(app: App, corrections: readonly Correction[]): Promise<boolean> {
  const now = app.now().toISOString();
  const due = corrections.filter(
    ({ state, dueAt }) => state === "doing" || (state === "wanted" && dueAt <= now),
  );
  if (due.length === 0) return false;
  const states = await app.ledger.accounts.all();
  const waits = (account: string): boolean => {
    const { parked = null, busyUntil = null } = states.get(account) ?? {};
    return parked !== null || (busyUntil ?? "") > now;
  };
  return due.some(({ account }) => !waits(account));
}

function outcomeOf({ delivery, remedy, state, reason, made }: Correction): Outcome {
  switch (state) {
    case "done":
      return yes(delivery, reason ?? doneText(remedy, made));
    case "failed":
    case "dismissed":
      return no(delivery, reason ?? worded`It could not be done.`);
    default:
      return { id: delivery, done: false, waits: true, text: `${later} ${reason ?? ""}`.trim() };
  }
}

const later = worded`It is decided, and done as soon as it can be, by the service or the next \`carillon once\`.`;

function doneText(remedy: Correction["remedy"], made: string | null): string {
  if (remedy === "edit") return worded`Changed on the network.`;
  if (remedy === "remove") return worded`Taken back.`;
  if (remedy === "reply") return worded`A note goes out below it: ${made ?? ""}.`;
  return made === null
    ? worded`Taken back, to be posted again with the rest.`
    : worded`Taken back, and posted again: ${made}.`;
}
