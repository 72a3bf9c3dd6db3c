import { worded } from "../model/worded.ts";

/** Keys from the top of the configuration down to one place in it. */
export type Path = readonly PropertyKey[];

/** A problem before its line in the file is known. */
export interface Finding {
  readonly path: Path;
  /** One sentence, free of secrets. */
  readonly problem: string;
  /** One sentence: what to do. */
  readonly mend: string;
}

/** Each place once: what was found first is the cause, the rest follows from it. */
export function firstAtEachPlace(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ path }) => {
    const place = written(path);
    return !seen.has(place) && seen.add(place);
  });
}

/** As people write it: `accounts.fosstodon.server`. */
export function written(path: Path): string {
  return path.map(String).join(".");
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((node, key) => (isGroup(node) ? node[key] : undefined), value);
}

/** True for a group of settings, and for a list. */
export function isGroup(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === "object" && value !== null;
}

/** “The setting “source” is missing.” */
export function missing(path: Path): string {
  return worded`The setting “${String(path.at(-1))}” is missing.`;
}
