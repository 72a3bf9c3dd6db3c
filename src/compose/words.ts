import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";

/** By language, the small words of the templates; `any` serves the languages that are not there. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Words from YAML text. The problems name the line where a value is not a text. */
export function readWords(yaml: string, file: string): { words: Words; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const broken = document.errors[0];
  const read: unknown = broken ? null : (document.toJS() ?? {});
  const wrong = firstWrong(read);
  if (wrong === null) return { words: read as Words, problems: [] };
  const mend = worded`Write a language, and under it names and texts, as in the built-in words.yaml.`;
  const line = broken?.linePos?.[0].line ?? lineOf(document.contents, wrong, lines);
  const problem =
    broken?.message.split("\n")[0] ?? worded`${wrong.join(".") || worded`What stands here`} is not a text`;
  return { words: {}, problems: [{ path: file, line, problem: `${problem}.`, mend }] };
}

/** Where the first thing stands that is neither a text nor a group of texts; null where all are. */
function firstWrong(read: unknown): readonly string[] | null {
  if (!isGroup(read)) return [];
  for (const [language, words] of Object.entries(read)) {
    const name = isGroup(words) && Object.keys(words).find((key) => typeof words[key] !== "string");
    if (name !== undefined) return name === false ? [language] : [language, name];
  }
  return null;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function lineOf(contents: unknown, path: readonly string[], lines: LineCounter): number | null {
  const value = isMap(contents) ? contents.getIn(path, true) : null;
  return isNode(value) && value.range ? lines.linePos(value.range[0]).line : null;
}

/** The words of all, where the earlier win one by one. */
export function mergeWords(all: readonly Words[]): Words {
  const languages = new Set(all.flatMap((words) => Object.keys(words)));
  const merged = (language: string): Record<string, string> =>
    Object.assign({}, ...all.map((words) => words[language]).toReversed());
  return Object.fromEntries([...languages].map((language) => [language, merged(language)]));
}

/** A phrase in a language, its places filled in; in the `any` of the words where the language is not there. */
export function say(
  words: Words,
  language: string,
  key: string,
  places: Readonly<Record<string, string>>,
): string {
  const phrase =
    words[language]?.[key] ?? words[language.split("-")[0] ?? ""]?.[key] ?? words["any"]?.[key] ?? "";
  return phrase.replace(/\{(\w+)\}/g, (all, name: string) => places[name] ?? all);
}
