import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import type { Known } from "./calls.ts";
import { checkTemplate } from "./check.ts";
import { brokenTemplate, compileTemplate, type Template } from "./handlebars.ts";
import { mergeWords, readWords, type Words } from "./words.ts";

/** Templates, compiled, and their words. */
export interface Templates {
  /** By folder, the operator's own first: file names without `.hbs`. */
  readonly folders: readonly ReadonlyMap<string, Template>[];
  readonly words: Words;
}

/**
 * The templates in some folders, those of the first winning: `step.hbs`, `step.channel.hbs`, parts for others in
 * `_name.hbs`, and `words.yaml`. What a template with problems would say waits; all problems of all files come at once.
 */
export async function loadTemplates(
  folders: readonly string[],
): Promise<{ templates: Templates; problems: Problem[] }> {
  const read = await Promise.all(folders.map(readFolder));
  const words = mergeWords(read.map((folder) => folder.words));
  const partials = Object.assign({}, ...read.map((folder) => folder.partials).toReversed()) as Record<
    string,
    string
  >;
  const known = {
    partials: Object.keys(partials),
    words: [...new Set(Object.values(words).flatMap(Object.keys))],
  };
  const checked = read.map((folder) => checkFolder(folder, partials, known));
  return {
    templates: { folders: checked.map(({ templates }) => templates), words },
    problems: [...read.flatMap(({ problems }) => problems), ...checked.flatMap(({ problems }) => problems)],
  };
}

interface Folder {
  readonly sources: readonly { readonly name: string; readonly file: string; readonly source: string }[];
  readonly partials: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly problems: readonly Problem[];
}

async function readFolder(path: string): Promise<Folder> {
  try {
    return await readFiles(path, await readdir(path));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const problem = `The folder of templates cannot be read (${reason}).`;
    const mend = "Correct `templates:` in the configuration, or make the folder.";
    return { sources: [], partials: {}, words: {}, problems: [{ path, line: null, problem, mend }] };
  }
}

async function readFiles(path: string, names: readonly string[]): Promise<Folder> {
  const templates = names.filter((name) => name.endsWith(".hbs")).toSorted();
  const sources = await Promise.all(templates.map((name) => readSource(join(path, name), name.slice(0, -4))));
  const partials = sources
    .filter(({ name }) => name.startsWith("_"))
    .map(({ name, source }) => [name.slice(1), source]);
  const file = join(path, "words.yaml");
  const words = readWords(names.includes("words.yaml") ? await readFile(file, "utf8") : "", file);
  return { sources, partials: Object.fromEntries(partials) as Record<string, string>, ...words };
}

async function readSource(file: string, name: string) {
  return { name, file, source: await readFile(file, "utf8") };
}

const sentenceOf = ({ path, line, problem, mend }: Problem): string =>
  `${path}${line === null ? "" : ` (line ${line})`}: ${problem} ${mend}`;

function checkFolder({ sources }: Folder, partials: Readonly<Record<string, string>>, known: Known) {
  const checked = sources.map((one) => ({ ...one, problems: checkTemplate(one.source, one.file, known) }));
  const named = checked.filter(({ name }) => !name.startsWith("_"));
  return {
    templates: new Map(
      named.map(({ name, source, problems: [first] }) => [
        name,
        first === undefined ? compileTemplate(source, partials) : brokenTemplate(sentenceOf(first)),
      ]),
    ),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
