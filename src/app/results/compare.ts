import { stepName } from "../../model/booking.ts";
import type { Counts, Track } from "../../model/result.ts";
import type { Bar, Group, Usual } from "../../web/team/results.ts";
import { countsAt, medianOf, reactionsOf, type Stretch, stretchOf, sumOf } from "./tallies.ts";

/** Earlier issues that an issue is compared with. */
export const many = 6;

/** An entry with the tracks of its posts. */
export interface Issue {
  readonly id: string;
  readonly title: string;
  readonly tracks: readonly Track[];
  /** Null where nobody has looked yet. */
  readonly stretch: Stretch | null;
}

export const issueOf = (id: string, title: string, tracks: readonly Track[]): Issue => ({
  id,
  title,
  tracks,
  stretch: stretchOf(tracks),
});

/** What posts of an issue had come to at an age of the issue. */
interface Standing {
  readonly id: string;
  readonly title: string;
  readonly tallies: readonly { readonly track: Track; readonly counts: Counts }[];
}

type Pick = (track: Track) => boolean;

/** An issue beside those before it, the newest first. */
export interface Comparison {
  readonly counts: Counts;
  readonly usual: Usual | null;
  /** The oldest first; the last is the issue itself. */
  readonly bars: readonly Bar[];
  groups(of: (track: Track) => string): readonly Group[];
}

/**
 * Each of those before is taken at the age that the issue has at its last look: so a fresh one is not measured by what old ones
 * came to in the end.
 */
export function compare(issue: Issue, earlier: readonly Issue[]): Comparison {
  const age = issue.stretch ? issue.stretch.end - issue.stretch.begin : null;
  const own = standingOf(issue, Infinity);
  const before = age === null ? [] : earlier.flatMap((one) => pastOf(one, age));
  const { counts, usual } = sums(own, before, () => true);
  const bars = [...before.slice(0, many).toReversed(), own].map(barOf);
  return { counts, usual, bars, groups: (of) => groupsOf(issue, own, before, of) };
}

function pastOf(issue: Issue, age: number): readonly Standing[] {
  return issue.stretch === null ? [] : [standingOf(issue, issue.stretch.begin + age)];
}

function standingOf({ id, title, tracks }: Issue, moment: number): Standing {
  const tallies = tracks.flatMap((track) => {
    const counts = track.looks.length === 0 ? null : countsAt(track, moment);
    return counts === null ? [] : [{ track, counts }];
  });
  return { id, title, tallies };
}

/** Where an issue before has no such post, it does not count. */
function sums(own: Standing, before: readonly Standing[], pick: Pick): Sums {
  const past = before
    .map(({ tallies }) => tallies.filter(({ track }) => pick(track)))
    .filter((some) => some.length > 0)
    .slice(0, many)
    .map((some) => sumOf(some.map(({ counts }) => counts)));
  return {
    counts: sumOf(own.tallies.filter(({ track }) => pick(track)).map(({ counts }) => counts)),
    usual: past.length === 0 ? null : { counts: medianOf(past), of: past.length },
  };
}

interface Sums {
  readonly counts: Counts;
  readonly usual: Usual | null;
}

const barOf = ({ id, title, tallies }: Standing): Bar => ({
  id,
  title,
  value: reactionsOf(sumOf(tallies.map(({ counts }) => counts))),
});

function groupsOf(
  { tracks }: Issue,
  own: Standing,
  before: readonly Standing[],
  of: (track: Track) => string,
): readonly Group[] {
  return [...Map.groupBy(tracks, of)].map(([name, some]) => ({
    name,
    channel: some[0]?.channel ?? "",
    posts: some.length,
    ...sums(own, before, (track) => of(track) === name),
  }));
}

export const byAccount = ({ account }: Track): string => account;
export const byStep = ({ campaign, step }: Track): string => `${campaign}: ${stepName(step)}`;
