import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readDocument, type Written } from "./document.ts";
import { isGroup, type Path, valueAt } from "./finding.ts";

/** The configuration's file as it lies there now, for people who ask where a value comes from. */
export interface Manuscript {
  /** Its name without folders. */
  readonly name: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changedAt: number;
  /** As it is written, `${…}` and all; undefined where nothing stands there. */
  at(path: Path): string | undefined;
  lineOf(path: Path): number | null;
  /** All values below a place: their paths from there. */
  below(path: Path): readonly Path[];
}

const kept = new Map<string, Manuscript>();

/** Undefined where it cannot be read any more. Read anew only after it was changed. */
export function readManuscript(file: string): Manuscript | undefined {
  try {
    const { mtimeMs } = statSync(file);
    const known = kept.get(file);
    if (known?.changedAt === mtimeMs) return known;
    const document = readDocument(readFileSync(file, "utf8"), file);
    if (!("value" in document)) return undefined;
    const manuscript = manuscriptOf(document, basename(file), mtimeMs);
    kept.set(file, manuscript);
    return manuscript;
  } catch {
    return undefined;
  }
}

function manuscriptOf({ value, lineOf }: Written, name: string, changedAt: number): Manuscript {
  return {
    name,
    changedAt,
    lineOf,
    at: (path) => writeValue(valueAt(value, path)),
    below: (path) => leavesOf(valueAt(value, path)),
  };
}

function writeValue(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(String).join(", ");
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? String(value) : undefined;
}

/** A list of plain values is one value. */
function leavesOf(value: unknown): readonly Path[] {
  if (!isGroup(value) || Array.isArray(value)) return value === undefined || value === null ? [] : [[]];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below).map((rest) => [key, ...rest]));
}
