import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lazy } from "../model/lazy.ts";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";
import type { Known } from "./calls.ts";
import { checkTemplate } from "./check.ts";
import { brokenTemplate, compileTemplate, readTemplate, type Template } from "./handlebars.ts";
import { mergeWords, readWords, type Words } from "./words.ts";

/** Templates, compiled, and their words. */
export interface Templates {
  /** By folder, the operator's own first: file names without `.hbs`. */
  readonly folders: readonly ReadonlyMap<string, Template>[];
  readonly words: Words;
  /** As they are written, like `folders`. */
  readonly sources?: readonly ReadonlyMap<string, string>[];
}

/**
 * The templates in some folders, those of the first winning: `step.hbs`, `step.channel.hbs`, parts for others in
 * `_name.hbs`, and `words.yaml`. What a template with problems would say waits; all problems of all files come at once.
 * Each template is checked when it is first used, or when the problems are asked for: checking all takes longer than a post does.
 */
export async function loadTemplates(
  folders: readonly string[],
): Promise<{ readonly templates: Templates; readonly problems: Problem[] }> {
  const read = folders.map(readFolder);
  const words = mergeWords(read.map((folder) => folder.words));
  const partials = Object.assign({}, ...read.map((folder) => folder.partials).toReversed()) as Record<
    string,
    string
  >;
  const known = {
    partials: Object.keys(partials),
    words: [...new Set(Object.values(words).flatMap(Object.keys))],
  };
  const checks = read.map((folder) => checksOf(folder, known));
  return {
    templates: {
      folders: checks.map((folder) => templatesOf(folder, partials)),
      words,
      sources: checks.map((folder) => new Map(folder.map(({ name, source }) => [name, source]))),
    },
    get problems() {
      const found = checks.flat().flatMap(({ problems }) => problems());
      return [...read.flatMap(({ problems }) => problems), ...found];
    },
  };
}

interface Source {
  readonly name: string;
  readonly file: string;
  readonly source: string;
}

interface Folder {
  readonly sources: readonly Source[];
  readonly partials: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly problems: readonly Problem[];
}

/** At once: to have sixteen small files read beside other work takes twenty times as long as to read them. */
function readFolder(path: string): Folder {
  try {
    return readFiles(path, readdirSync(path));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const problem = worded`The folder of templates cannot be read (${reason}).`;
    const mend = worded`Correct \`templates:\` in the configuration, or make the folder.`;
    return { sources: [], partials: {}, words: {}, problems: [{ path, line: null, problem, mend }] };
  }
}

function readFiles(path: string, names: readonly string[]): Folder {
  const templates = names.filter((name) => name.endsWith(".hbs")).toSorted();
  const sources = templates.map((name) => readSource(join(path, name), name.slice(0, -4)));
  const partials = sources
    .filter(({ name }) => name.startsWith("_"))
    .map(({ name, source }) => [name.slice(1), source]);
  const file = join(path, "words.yaml");
  const words = readWords(names.includes("words.yaml") ? readFileSync(file, "utf8") : "", file);
  return { sources, partials: Object.fromEntries(partials) as Record<string, string>, ...words };
}

function readSource(file: string, name: string): Source {
  return { name, file, source: readFileSync(file, "utf8") };
}

const sentenceOf = ({ path, line, problem, mend }: Problem): string =>
  `${path}${line === null ? "" : ` (line ${line})`}: ${problem} ${mend}`;

interface Checked extends Source {
  readonly tree: () => hbs.AST.Program;
  readonly problems: () => readonly Problem[];
}

function checksOf({ sources }: Folder, known: Known): readonly Checked[] {
  return sources.map((one) => {
    const tree = lazy(() => readTemplate(one.source));
    return { ...one, tree, problems: lazy(() => checkTemplate(tree, one.file, known)) };
  });
}

function templatesOf(
  folder: readonly Checked[],
  partials: Readonly<Record<string, string>>,
): ReadonlyMap<string, Template> {
  const named = folder.filter(({ name }) => !name.startsWith("_"));
  return new Map(named.map((one) => [one.name, templateOf(one, partials)]));
}

function templateOf({ tree, problems }: Checked, partials: Readonly<Record<string, string>>): Template {
  const template = lazy(() => {
    const [first] = problems();
    return first === undefined ? compileTemplate(tree(), partials) : brokenTemplate(sentenceOf(first));
  });
  return (context, rendering) => template()(context, rendering);
}
