import { glob as find, readFile, realpath, stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";

export type Found = { readonly file: string; readonly text: string } | { readonly problem: Problem };

/** Bytes; no newsletter comes near. */
const largest = 5_000_000;

/** The files that a glob names, in the order of their names. Links that lead out of its folder are not followed. */
export async function readFiles(pattern: string): Promise<Found[]> {
  const root = await realpath(rootOf(pattern)).catch(() => null);
  if (root === null) return [missing(pattern)];
  const files: string[] = [];
  for await (const file of find(resolve(pattern))) if (!isFolderPage(file)) files.push(file);
  return Promise.all(files.toSorted().map((file) => readInside(file, root)));
}

/** Hugo keeps in `_index.md` what stands above the list of a folder's entries. */
const isFolderPage = (file: string): boolean => /[\\/]_index\.[^\\/]*$/.test(file);

/** The folder that stands before the first wildcard. */
function rootOf(pattern: string): string {
  const parts = resolve(pattern).split(sep);
  const wild = parts.findIndex((part) => /[*?[\]{}!]/.test(part));
  return parts.slice(0, wild < 0 ? -1 : wild).join(sep) || sep;
}

function missing(pattern: string): Found {
  const problem = worded`There is no such folder.`;
  return {
    problem: {
      path: pattern,
      line: null,
      problem,
      mend: worded`Make it, or mend the source's \`markdown\`.`,
    },
  };
}

async function readInside(file: string, root: string): Promise<Found> {
  const refusal = await refuse(file, root).catch(() => worded`It cannot be read.`);
  if (refusal !== null)
    return {
      problem: { path: file, line: null, problem: refusal, mend: worded`Mend the file, or remove it.` },
    };
  return { file, text: await readFile(file, "utf8") };
}

async function refuse(file: string, root: string): Promise<string | null> {
  const real = await realpath(file);
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
    return worded`It is a link that leads out of its folder.`;
  const { size, isFile } = await stat(real).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
  if (!isFile) return worded`It is not a file.`;
  return size > largest ? worded`It is larger than ${largest / 1_000_000} MB.` : null;
}
