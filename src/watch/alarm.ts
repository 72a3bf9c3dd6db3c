/** Something that should be otherwise, and that somebody must hear of. */
export interface Alarm {
  /** The same as long as it holds: `late:ID`. */
  readonly key: string;
  /** A warning is of what will be ill; nothing is yet. */
  readonly severity: "alarm" | "warning";
  /** ISO 8601, UTC; null where nobody knows but that it is so now. */
  readonly since: string | null;
  /** One sentence: what is so. Free of secrets and of the words of posts. */
  readonly text: string;
  /** One sentence: what to do. */
  readonly mend: string;
  /** Not through the account `alarm`: it is about that account. */
  readonly silent: boolean;
}

/** `about` closes the key: what makes it another alarm than the others of its kind. */
export function alarm(
  kind: string,
  about: string,
  words: Pick<Alarm, "text" | "mend" | "since"> & Partial<Alarm>,
): Alarm {
  return { severity: "alarm", silent: false, ...words, key: `${kind}:${about}` };
}

const passing: ReadonlySet<string> = new Set([
  "late",
  "page",
  "source",
  "missing",
  "withdrawn",
  "correction",
  "worker",
  "clock",
  "disk",
  "events",
]);

/** Ends without a person, so that its end is worth telling. */
export const passes = (key: string): boolean => passing.has(key.split(":")[0] ?? "");

/** What an alarm is about: of a post that was late and has failed there is a new alarm, so the old one is not well over. */
export const subjectOf = (key: string): string => key.slice(key.indexOf(":") + 1);

/** A reason as the end of a sentence that is closed by one full stop. */
export function because(reason: string | null): string {
  return reason === null ? "." : `: ${bare(reason)}.`;
}

/** Without the full stop. */
export const bare = (sentence: string): string => sentence.replace(/[.\s]*$/, "");
