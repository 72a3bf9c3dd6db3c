import type { App } from "../app.ts";
import type { Correction } from "../model/correction.ts";
import type { Attempt, Delivery } from "../model/delivery.ts";
import { answer, answerJson, complain, paint, progress } from "./output.ts";
import { changeJson, describeChange, describeMended } from "./words.ts";
import { CommandError, withApp, type Common } from "./context.ts";
import { warmUpParser } from "../source/parse.ts";

interface Options extends Common {
  readonly now?: string;
}

/** Polls, plans, delivers what is due. False where something failed. */
export async function once(options: Options): Promise<boolean> {
  // The parser's thread needs as long to be ready as everything up to the first document does, and works beside it.
  warmUpParser();
  const fixed = options.now === undefined ? undefined : moment(options.now);
  const tries: [Delivery, Attempt][] = [];
  const tell = (delivery: Delivery, attempt: Attempt): void => {
    tries.push([delivery, attempt]);
    if (!isGood(attempt)) complain(lineOf(delivery, attempt));
    else if (!options.json) answer(lineOf(delivery, attempt));
  };
  const mended: Correction[] = [];
  const tellMended = (delivery: Delivery, correction: Correction): void => {
    mended.push(correction);
    if (correction.state !== "done") complain(describeMended(delivery, correction));
    else if (!options.json) answer(describeMended(delivery, correction));
  };
  const run = async (app: App): Promise<boolean> =>
    (await work(app, options, tries)) && mended.every(({ state }) => state !== "failed");
  return withApp(options, run, {
    tell,
    tellMended,
    ...(fixed ? { now: () => fixed } : {}),
  });
}

async function work(app: App, options: Options, tries: readonly [Delivery, Attempt][]): Promise<boolean> {
  const { round } = await import("../app/round.ts");
  const { polls, planned, moved } = await round(app, progress);
  if (!options.json)
    for (const one of moved) answer(describeChange(one, app.now(), app.config.site.timezone));
  await app.dispatcher.runDue();
  await lookAround(app);
  if (app.config.events) await (await import("../app/events.ts")).sendEvents(app);
  if (app.config.retention !== null) await (await import("../app/tidy.ts")).tidy(app);
  const failures = polls.flatMap(({ source, reasons }) => reasons.map((reason) => `${source}: ${reason}`));
  for (const failure of failures) complain(failure);
  const deliveries = await app.ledger.deliveries.list({ ids: [...new Set(tries.map(([{ id }]) => id))] });
  const { deliveryJson } = await import("../app/status.ts");
  if (options.json)
    answerJson({
      sources: polls,
      planned,
      plan: moved.map(changeJson),
      deliveries: deliveries.map(deliveryJson),
    });
  else answer(summary(polls, planned, deliveries));
  return (
    failures.length === 0 &&
    deliveries.every(({ state }) => state === "sent" || state === "handed") &&
    app.problems.length === 0
  );
}

/** Tells what is not as it should be: here, and through the account `alarm` at once. */
async function lookAround(app: App): Promise<void> {
  const { watch } = await import("../app/watch.ts");
  const raised = await watch(app);
  for (const { key, text, mend } of raised) if (!isSaid(key)) complain(`${text} ${mend}`);
  if (app.config.alarm !== null) await app.dispatcher.runDue();
}

/** While it read the configuration, looked at the sources and tried the posts. */
const isSaid = (key: string): boolean => /^(configuration|entry|failed|unsure):/.test(key);

const isGood = ({ outcome }: Attempt): boolean => ["sent", "found", "handed"].includes(outcome);

function lineOf(delivery: Delivery, attempt: Attempt): string {
  const { outcome, reason } = attempt;
  const colour = outcome === "handed" ? "yellow" : "green";
  const mark = paint(isGood(attempt) ? colour : "red", outcome);
  return `${mark} ${delivery.account} ${delivery.step}${delivery.parts > 1 ? ` ${delivery.part}/${delivery.parts}` : ""}${reason ? `: ${reason}` : ""}`;
}

function summary(
  polls: readonly { news: number; held: number; outcome: string; source: string }[],
  planned: number,
  deliveries: readonly Delivery[],
): string {
  const sent = deliveries.filter(({ state }) => state === "sent").length;
  const news = polls.reduce((sum, one) => sum + one.news, 0);
  const held = polls.reduce((sum, one) => sum + one.held, 0);
  const first = polls
    .filter((one) => one.outcome === "baseline" && one.news + one.held === 0)
    .map(({ source }) => source);
  const base =
    first.length > 0 ? ` First look at ${first.join(", ")}: what was there already is not announced.` : "";
  return `${news} new ${news === 1 ? "entry" : "entries"}, ${held} held, ${planned} ${planned === 1 ? "post" : "posts"} planned, ${sent} sent.${base}`;
}

export function moment(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new CommandError(`${text} is no moment: write it like 2026-11-23T16:00:00Z.`);
  return date;
}
