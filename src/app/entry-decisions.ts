import type { App } from "../app.ts";
import type { EntryState } from "../model/sighting.ts";
import { worded } from "../model/worded.ts";
import { no, yes, type Outcome } from "./decisions.ts";

/** What a person decides about an entry. */
interface Verdict {
  readonly action: "release" | "cancel";
  readonly from: readonly EntryState[];
  readonly to: EntryState;
  readonly reason: string | null;
  /** What is written down, and what whoever decided is told. */
  readonly detail: string;
  readonly text: string;
}

/** A held entry is news after all. */
export const releaseEntry = (app: App, id: string, who: string): Promise<Outcome> =>
  decide(app, id, who, {
    action: "release",
    from: ["held", "old", "ignored", "baseline"],
    to: "news",
    reason: null,
    detail: worded`The entry is news.`,
    text: worded`The entry is news: its posts are planned.`,
  });

/** A held entry is no news. */
export const cancelEntry = (app: App, id: string, who: string): Promise<Outcome> =>
  decide(app, id, who, {
    action: "cancel",
    from: ["held", "old"],
    to: "ignored",
    reason: worded`Cancelled by ${who}.`,
    detail: worded`The entry is no news.`,
    text: worded`The entry is no news: nothing goes out.`,
  });

/** All that is held of a source of that name, by id: the oldest first, as they go out. */
export async function heldOf(app: App, source: string): Promise<readonly string[]> {
  if (!app.config.sources.some(({ name }) => name === source)) return [];
  const known = await app.ledger.entries.ofSource(source);
  return known.flatMap(({ id, state }) => (state === "held" ? [id] : [])).toReversed();
}

async function decide(app: App, id: string, who: string, verdict: Verdict): Promise<Outcome> {
  const { action, from, to, reason, detail, text } = verdict;
  const now = app.now();
  if (!(await app.ledger.entries.decide(id, from, to, reason, now)))
    return no(id, worded`It is no entry that is held.`);
  await app.ledger.audit.write({ at: now.toISOString(), who, action, subject: id, detail });
  return yes(id, text);
}
