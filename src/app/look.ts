import type { App } from "../app.ts";
import { worded } from "../model/worded.ts";
import { no, yes, type Outcome } from "./decisions.ts";
import type { PollReport } from "./poll.ts";
import { round } from "./round.ts";

/** Seconds between two looks that somebody asks for: what answers is somebody else's server. */
const between = 60;

/** Looks at one source now, and plans what it brings; undefined where there is no such source. */
export async function look(app: App, name: string, who: string): Promise<Outcome | undefined> {
  if (!app.config.sources.some((source) => source.name === name)) return undefined;
  const now = app.now();
  const known = (await app.ledger.sources.all()).get(name);
  const since = known?.polledAt ? now.getTime() - Date.parse(known.polledAt) : Infinity;
  if (since >= 0 && since < between * 1000)
    return no(name, worded`It was looked at less than a minute ago: please wait.`);
  // Whoever asks knows more than what made it wait.
  if (known?.nextAt) await app.ledger.sources.set({ ...known, nextAt: null });
  const decision = { at: now.toISOString(), who, action: "look", subject: name, detail: null };
  await app.ledger.audit.write(decision);
  const { polls, planned } = await round(app, () => undefined, [name]);
  app.dispatcher.wake();
  return describe(name, polls[0], planned);
}

function describe(name: string, report: PollReport | undefined, planned: number): Outcome {
  if (report === undefined || report.outcome === "waiting")
    return no(name, worded`It is being looked at already.`);
  const { outcome, seen, news, held, changed, reasons } = report;
  if (outcome === "failed") return no(name, reasons.join(" "));
  if (outcome === "unchanged") return yes(name, worded`It answers; nothing is new.`);
  if (outcome === "baseline")
    return yes(name, worded`It answers: ${many(seen)} known from now on, and what comes next is news.`);
  const found = [
    seen === 1 ? worded`1 entry` : worded`${seen} entries`,
    worded`${news} new`,
    ...(held > 0 ? [worded`${held} held for a person`] : []),
    ...(changed.length > 0 ? [worded`${changed.length} changed`] : []),
    ...(planned > 0 ? [planned === 1 ? worded`1 post planned` : worded`${planned} posts planned`] : []),
  ];
  return yes(name, worded`It answers: ${found.join(", ")}.`);
}

const many = (number: number): string => (number === 1 ? worded`1 entry is` : worded`${number} entries are`);
