import type { Entry } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import type { EntryState, KnownEntry } from "../model/sighting.ts";
import type { Source } from "../model/source.ts";
import { sameLanguage } from "./language.ts";

/** What is to become of an entry that was never seen before. */
export interface Verdict {
  readonly state: EntryState;
  /** Why a person must look, in one sentence; null for news and for what is none. */
  readonly reason: string | null;
}

export interface Newcomer {
  readonly entry: Entry;
  /** The language that its words are in; null when that cannot be told. */
  readonly language: string | null;
  /** One of ours whose id or address it bears without being it. */
  readonly suspect: KnownEntry | undefined;
}

export interface Circumstances {
  readonly source: Source;
  readonly look: Look;
  readonly known: readonly KnownEntry[];
  readonly now: Date;
  /** Null or missing: the ledger has always been its own. */
  readonly restored?: RestoredLedger | null;
}

/** What a ledger that was restored from a backup cannot know: what was announced between that backup and then. */
export interface RestoredLedger {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The source has not been read since. */
  readonly unread: boolean;
  /** Why somebody must look, in one sentence with the mend. */
  readonly reason: string;
}

/** baseline: the first look, and what is there is old. announce: the first look, and what is there is news. */
export type Look = "baseline" | "announce" | "later";

const day = 86_400_000;

/** Judges everything new in one poll, and pulls the brake where that is too much. Pure. */
export function judge(newcomers: readonly Newcomer[], circumstances: Circumstances): readonly Verdict[] {
  const verdicts = newcomers.map((one) => afterRestoring(one, judgeOne(one, circumstances), circumstances));
  const news = verdicts.filter(({ state }) => state === "news").length;
  const { brake } = circumstances.source;
  return news > brake ? verdicts.map((verdict) => braked(verdict, news, brake)) : verdicts;
}

const braked = (verdict: Verdict, news: number, brake: number): Verdict =>
  verdict.state === "news"
    ? {
        state: "held",
        reason: worded`${news} new entries came at once, and the brake is ${brake}: release those that are news.`,
      }
    : verdict;

/** What is there at the first look since, and what is dated before it, may have been announced. */
function afterRestoring({ entry }: Newcomer, verdict: Verdict, { restored }: Circumstances): Verdict {
  if (!restored || verdict.state !== "news") return verdict;
  const dated = entry.published === null ? null : Date.parse(entry.published);
  const before = dated !== null && dated <= Date.parse(restored.at);
  return restored.unread || before ? { state: "held", reason: restored.reason } : verdict;
}

function judgeOne(newcomer: Newcomer, circumstances: Circumstances): Verdict {
  const { entry } = newcomer;
  const { source, look, now } = circumstances;
  if (look === "baseline") return { state: "baseline", reason: null };
  if (source.only.newsletter && !entry.newsletter) return { state: "ignored", reason: null };
  const age = entry.published === null ? 0 : (now.getTime() - Date.parse(entry.published)) / day;
  if (look === "later" && age > source.maxAge) return { state: "old", reason: tooOld(source) };
  const doubt = doubtAbout(newcomer, circumstances, age);
  return doubt === null
    ? { state: "news", reason: null }
    : { state: "held", reason: `${doubt} ${worded`Release it if it is news.`}` };
}

const tooOld = ({ maxAge }: Source): string =>
  worded`It was dated more than ${maxAge} days ago when it was first seen: release it if it is news.`;

const dateOf = (entry: Entry): string => entry.published?.slice(0, 10) ?? worded`on no day`;

function doubtAbout(
  { entry, language, suspect }: Newcomer,
  { source, known }: Circumstances,
  age: number,
): string | null {
  if (suspect)
    return worded`It bears the id or address of “${suspect.entry.title}”, but says something else.`;
  if (age < -2) return worded`It is dated ${dateOf(entry)}, which is in the future.`;
  const expected = source.language;
  if (expected && language && !sameLanguage(expected, language))
    return worded`It is in another language (${language}) than its source (${expected}).`;
  const twin = known.find((one) => isTwin(entry, one.entry));
  return twin
    ? worded`It has the same date as “${twin.entry.title}”, another issue: a translation in the wrong place, perhaps.`
    : null;
}

/** Two issues of a newsletter do not appear on one day. */
const isTwin = (a: Entry, b: Entry): boolean =>
  a.newsletter && b.newsletter && a.published !== null && a.published === b.published;
