import type { App } from "../app.ts";
import type { Kept } from "../ledger/entries.ts";
import { mayBeAnnounced } from "../ledger/restoration.ts";
import type { SourceState } from "../ledger/sources.ts";
import type { Entry } from "../model/entry.ts";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";
import type { Sighting } from "../model/sighting.ts";
import type { Source } from "../model/source.ts";
import { judge, type Circumstances, type RestoredLedger, type Verdict } from "../plan/news.ts";
import { changesOf, recognise, type Match } from "../source/identity.ts";
import { guessLanguage } from "../source/language.ts";
import { readSource, type SourceRead } from "./read.ts";
import { followWithdrawals } from "./withdrawals.ts";

/** What one look at a source brought. */
export interface PollReport {
  readonly source: string;
  readonly outcome: "baseline" | "read" | "unchanged" | "waiting" | "failed";
  /** How many entries it showed. */
  readonly seen: number;
  readonly news: number;
  readonly held: number;
  /** Ledger ids of those whose words changed. */
  readonly changed: readonly string[];
  /** Why it failed, or what of it could not be read: sentences with their mends. */
  readonly reasons: readonly string[];
}

/** How a source is read: where it is, or as it was. */
export type Look = typeof readSource;

const nothing = { seen: 0, news: 0, held: 0, changed: [], reasons: [] } as const;

/**
 * Looks at a source, and keeps what is new. A source that fails is a report, not an error. `known`: what was remembered of
 * it. That one answered as before is not kept: a round notes it of all such sources at once.
 */
export async function poll(
  app: App,
  source: Source,
  known: SourceState,
  look: Look = readSource,
): Promise<PollReport> {
  const now = app.now();
  if (known.nextAt !== null && known.nextAt > now.toISOString())
    return { source: source.name, outcome: "waiting", ...nothing };
  const read = await look(app.config, now, source, known);
  if (read.kind === "failed") return failed(app, known, read);
  if (read.kind === "entries") return take(app, source, known, read);
  if (!isAsBefore(known, read)) await app.ledger.sources.set(stateAfter(known, read, now));
  return { source: source.name, outcome: "unchanged", ...nothing };
}

/** As nearly all of them are, time and again. */
function isAsBefore(
  known: SourceState,
  { validators, retryAt }: SourceRead & { kind: "unchanged" },
): boolean {
  const { etag = null, lastModified = null, bodyHash = null } = validators;
  const same = etag === known.etag && lastModified === known.lastModified && bodyHash === known.bodyHash;
  return same && retryAt === null && known.nextAt === null && known.failures === 0 && known.reason === null;
}

function stateAfter(
  known: SourceState,
  read: Exclude<SourceRead, { kind: "failed" }>,
  now: Date,
): SourceState {
  const { etag = null, lastModified = null, bodyHash = null } = read.validators;
  const at = now.toISOString();
  const nextAt = read.retryAt?.toISOString() ?? null;
  return {
    ...known,
    etag,
    lastModified,
    bodyHash,
    polledAt: at,
    answeredAt: at,
    nextAt,
    failures: 0,
    reason: null,
  };
}

/** Seconds: a source that keeps failing is asked less often, but never less than every six hours. */
const longestWait = 6 * 3600;

async function failed(
  app: App,
  known: SourceState,
  read: SourceRead & { kind: "failed" },
): Promise<PollReport> {
  const now = app.now();
  const failures = known.failures + 1;
  const wait = failures < 3 ? 0 : Math.min(longestWait, 60 * 2 ** Math.min(failures, 12));
  const nextAt = read.retryAt ?? (wait > 0 ? new Date(now.getTime() + wait * 1000) : null);
  const state = {
    ...known,
    polledAt: now.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    failures,
    reason: read.reason,
  };
  await app.ledger.sources.set(state);
  return { source: known.name, outcome: "failed", ...nothing, reasons: [read.reason] };
}

async function take(
  app: App,
  source: Source,
  known: SourceState,
  read: SourceRead & { kind: "entries" },
): Promise<PollReport> {
  const baseline = known.baselineAt === null;
  const look = baseline ? firstOf(source) : "later";
  const kept = await sightings(app, source, read.entries, { look, restored: await restoredOf(app, known) });
  const reasons = read.problems.map(sentenceOf);
  const now = app.now();
  const after = {
    ...stateAfter(known, read, now),
    baselineAt: known.baselineAt ?? now.toISOString(),
    reason: shortOf(reasons, source.name),
  };
  await app.ledger.entries.keep(kept, now, after);
  return {
    ...countsOf(source, kept),
    seen: read.entries.length,
    outcome: baseline ? "baseline" : "read",
    reasons,
  };
}

async function restoredOf({ ledger }: App, { answeredAt }: SourceState): Promise<RestoredLedger | null> {
  const last = await ledger.restorations.last();
  if (last === null) return null;
  return { at: last.at, unread: answeredAt !== null && answeredAt < last.at, reason: mayBeAnnounced(last) };
}

const sentenceOf = ({ path, line, problem, mend }: Problem): string =>
  `${path}${line === null ? "" : ` (line ${line})`}: ${problem} ${mend}`;

const shortOf = ([first, ...more]: readonly string[], source: string): string | null =>
  first === undefined || more.length === 0
    ? (first ?? null)
    : `${first} ${worded`And ${more.length} more: \`carillon read ${source}\` tells all.`}`;

const firstOf = (source: Source) => (source.kind === "markdown" ? source.first : "baseline");

function countsOf(source: Source, kept: readonly Kept[]) {
  const fresh = kept.flatMap(({ sighting }) => (sighting.kind === "new" ? [sighting.state] : []));
  return {
    source: source.name,
    news: fresh.filter((state) => state === "news").length,
    held: fresh.filter((state) => state === "held").length,
    changed: kept.flatMap(({ sighting }) => (sighting.kind === "changed" ? [sighting.known] : [])),
  };
}

async function sightings(
  app: App,
  source: Source,
  entries: readonly Entry[],
  occasion: Pick<Circumstances, "look" | "restored">,
): Promise<readonly Kept[]> {
  const known = await app.ledger.entries.ofSource(source.name);
  const memory = {
    keys: await app.ledger.entries.keys(source.name),
    known: new Map(known.map((one) => [one.id, one])),
  };
  const matches = recognise(entries, memory);
  const present = new Set(matches.flatMap((one) => (one.known ?? one.suspect)?.id ?? []));
  if (occasion.look === "later") await followWithdrawals(app, source, { present, known });
  const fresh = matches.filter((match) => match.known === undefined);
  const newcomers = fresh.map(({ entry, suspect }) => ({ entry, suspect, language: guessLanguage(entry) }));
  const verdicts = judge(newcomers, { source, ...occasion, known, now: app.now() });
  const judged = new Map(fresh.map((match, index) => [match, verdicts[index]]));
  return matches.flatMap((match) => keptOf(match, judged.get(match), memory.keys));
}

/** Nothing to keep where it is known by all its keys, and says what it said. */
function keptOf(
  match: Match,
  verdict: Verdict | undefined,
  known: ReadonlyMap<string, string>,
): readonly Kept[] {
  const sighting = sightingOf(match, verdict);
  const { keys, fingerprint } = match;
  const unknown = keys.filter(({ kind, value }) => !known.has(`${kind} ${value}`));
  return sighting.kind === "same" && unknown.length === 0 ? [] : [{ sighting, keys, unknown, fingerprint }];
}

function sightingOf(match: Match, verdict: Verdict | undefined): Sighting {
  const { entry, known } = match;
  if (known === undefined)
    return { kind: "new", entry, state: verdict?.state ?? "held", reason: verdict?.reason ?? null };
  const what = changesOf(match, known);
  return what.length > 0
    ? { kind: "changed", entry, known: known.id, what }
    : { kind: "same", entry, known: known.id };
}
