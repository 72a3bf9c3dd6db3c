import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config/config.ts";
import type { Source } from "../../model/source.ts";

/** A document as its source served it from a moment on. */
export interface Recording {
  readonly at: Date;
  readonly source: Source;
  readonly file: string;
}

const isDocument = (name: string): boolean => /\.(xml|rss|atom|rdf|json)$/i.test(name);

/**
 * The recordings in a folder, in their order. Folders below it that are called like a source are that source's; all else is of
 * `source`. Their names tell when they were taken, or else the files' own times; a sentence where neither does.
 */
export function findRecordings(
  folder: string,
  config: Config,
  source: Source,
): readonly Recording[] | { readonly problem: string } {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return {
      problem: `There is no folder ${folder}: give --feed-at one with the feed as it was, a file a day.`,
    };
  const below = config.sources.flatMap((one) =>
    statSync(join(folder, one.name), { throwIfNoEntry: false })?.isDirectory()
      ? [{ source: one, folder: join(folder, one.name) }]
      : [],
  );
  const all = [{ source, folder }, ...below].flatMap((one) => listFolder(one.folder, one.source));
  return timed(all, folder);
}

interface Found {
  readonly source: Source;
  readonly file: string;
  readonly named: Date | null;
}

function listFolder(folder: string, source: Source): readonly Found[] {
  const names = readdirSync(folder).filter(isDocument);
  return names.map((name) => ({ source, file: join(folder, name), named: readTime(name) }));
}

/** Files whose names tell no time stand beside those that do: lists, notes. */
function timed(all: readonly Found[], folder: string): readonly Recording[] | { readonly problem: string } {
  const named = all.flatMap(({ source, file, named: at }) => (at === null ? [] : [{ at, source, file }]));
  const byFile = all.map(({ source, file }) => ({ at: statSync(file).mtime, source, file }));
  const recordings = named.length > 0 ? named : byFile;
  const moments = new Set(recordings.map(({ at, source }) => `${source.name} ${at.getTime()}`));
  if (recordings.length === 0)
    return { problem: `${folder} holds no feed: put files there that are called like 2026-03-12.xml.` };
  if (moments.size < recordings.length)
    return {
      problem: `When the files in ${folder} were served cannot be told: give them names like 2026-03-12.xml or 2026-03-12T1530.xml.`,
    };
  return recordings.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** `2026-03-12`, `2026-03-12T1530`, `feed-2026-03-12T15:30:00Z-5fd29ec8.xml`: in UTC, and at noon where only the day is told. */
export function readTime(name: string): Date | null {
  const found = /(\d{4}-\d\d-\d\d)(?:[T_ ](\d\d)[:.-]?(\d\d)(?:[:.-]?(\d\d))?(?!\d))?/.exec(name);
  if (found === null) return null;
  const [, day, hour = "12", minute = "00", second = "00"] = found;
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
